// Goal: a missing or broken addon never stops the service; it is named with a remedy, and each call says so.
// Method: load from paths that hold nothing, no library, and the library that was built; run misuse in a child process.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtAddonPath, loadAddon } from '../../src/adapters/native/load-addon.js';
import { createUnavailableCopyEngine } from '../../src/adapters/native/unavailable-copy-engine.js';
import { makeFolder, recordingControl, removeFolder, seededBytes, writeImage } from './disk-images.js';

let folder = '';
beforeAll(() => {
  folder = makeFolder();
});
afterAll(() => removeFolder(folder));

test('an addon that was not built is unavailable, with the remedy', () => {
  const loaded = loadAddon(join(folder, 'none.node'));
  expect(loaded.state).toBe('unavailable');
  const reason = loaded.state === 'unavailable' ? loaded.reason : '';
  expect(reason).toContain('it was not built');
  expect(reason).toContain('node src/setup/build-native.mjs');
  expect(reason).not.toContain('\n');
});

test('a file that is no library is unavailable, with its cause', () => {
  writeFileSync(join(folder, 'text.node'), 'not a library');
  const loaded = loadAddon(join(folder, 'text.node'));
  expect(loaded.state).toBe('unavailable');
});

test('the built addon describes itself', () => {
  const loaded = loadAddon();
  expect(loaded.state).toBe('available');
  if (loaded.state === 'available') expect(loaded.description.workerCount).toBeGreaterThan(0);
});

test('each call of the unavailable engine fails with ENGINE_UNAVAILABLE and the reason', async () => {
  const engine = createUnavailableCopyEngine('because');
  const request = { repositoryPath: '/r', indexHash: '', capacityBytes: 512 };
  await expect(engine.verifyDisk(request, recordingControl())).rejects.toMatchObject({
    kind: 'permanent',
    code: 'ENGINE_UNAVAILABLE',
    message: 'because',
  });
});

function runScript(script: string): { status: number | null; stdout: string } {
  const prelude = `const addon = require(${JSON.stringify(builtAddonPath())});\n`;
  const run = spawnSync(process.execPath, ['-e', prelude + script], { encoding: 'utf8' });
  return { status: run.status, stdout: run.stdout };
}

test('wrong values are TypeErrors and foreign handles are refused; the process lives', () => {
  const { status, stdout } = runScript(`
    const tries = [
      () => addon.startVerify({}, () => {}),
      () => addon.startVerify({ repositoryPath: '/r', indexHash: 'x', capacityBytes: 1.5 }, () => {}),
      () => addon.startVerify({ repositoryPath: '/r', indexHash: 'x', capacityBytes: 512 }),
      () => addon.abort({}),
      () => addon.abort(),
    ];
    for (const attempt of tries) {
      try { attempt(); console.log('accepted'); } catch (error) { console.log(error.name); }
    }`);
  expect({ status, lines: stdout.trim().split('\n') }).toEqual({ status: 0, lines: Array(5).fill('TypeError') });
});

test('a process, and a worker thread, may end in the middle of a copy', () => {
  const capacityBytes = 96 << 20;
  const bytes = seededBytes(1, 32 << 20);
  writeImage(join(folder, 'disk.raw'), capacityBytes, [
    { offsetBytes: 0, bytes },
    { offsetBytes: 33 << 20, bytes },
  ]);
  const request = JSON.stringify({
    repositoryPath: join(folder, 'repository'),
    source: { rootPath: folder, relativePath: 'disk.raw' },
    sourceFormat: 'RAW',
    capacityBytes,
  });
  const exit = runScript(`addon.startCapture(${request}, () => {}); setTimeout(() => process.exit(7), 15);`);
  expect(exit.status).toBe(7);
  const worker = runScript(`
    const { Worker } = require('node:worker_threads');
    const path = ${JSON.stringify(JSON.stringify(builtAddonPath()))};
    const source = 'require(' + path + ').startCapture(${request}, () => {})';
    const worker = new Worker(source, { eval: true });
    setTimeout(() => worker.terminate().then(() => console.log('terminated')), 60);`);
  expect(worker).toEqual({ status: 0, stdout: 'terminated\n' });
});
