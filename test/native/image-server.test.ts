// Goal: what the engine starts to read an image ends with it, however it ends, and a missing helper is named.
// Method: bench-engine as a process, killed while it reads; search paths and libraries taken away.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import { findPeer, peerOrSkip } from '../support/peers.js';
import {
  benchEnginePath,
  makeFolder,
  removeFolder,
  runEngine,
  seededBytes,
  startEngine,
  waitFor,
  writeImage,
} from './disk-images.js';

const capacityBytes = 24 << 20;
const whenServed = peerOrSkip('qemu-img', 'qemu-nbd', 'libnbd');
let folder = '';

beforeAll(() => {
  folder = makeFolder();
  const qemuImg = findPeer('qemu-img');
  if (qemuImg === undefined) return;
  writeImage(join(folder, 'disk.raw'), capacityBytes, [{ offsetBytes: 0, bytes: seededBytes(1, capacityBytes) }]);
  spawnSync(qemuImg, ['convert', '-O', 'qcow2', 'disk.raw', 'disk.qcow2'], { cwd: folder });
});
afterAll(() => removeFolder(folder));
afterEach(() => rmSync(join(folder, 'repository'), { recursive: true, force: true }));

const words = (): string[] => [
  'capture',
  join(folder, 'repository'),
  folder,
  'disk.qcow2',
  'QCOW2',
  `${capacityBytes}`,
];

/** Process ids of those that hold the image as a helper does. */
function helpers(): string[] {
  return readdirSync('/proc').filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readlinkSync(`/proc/${pid}/fd/4`) === join(folder, 'disk.qcow2');
    } catch {
      // It ended meanwhile, or has no such descriptor.
      return false;
    }
  });
}

whenServed('the server and its folder are gone when the capture has ended', () => {
  const { status } = spawnSync(benchEnginePath, words(), { env: { ...process.env, TMPDIR: folder } });
  const names = readdirSync(folder).sort();
  expect({ status, helpers: helpers(), names }).toEqual({
    status: 0,
    helpers: [],
    names: ['disk.qcow2', 'disk.raw', 'repository'],
  });
});

whenServed('the server ends with an engine that is killed', async () => {
  // At this level it takes seconds.
  const engine = startEngine([...words(), '--workers', '1', '--zstd-level', '19']);
  await waitFor(() => existsSync(join(folder, 'repository/tmp')) && helpers().length > 0, 'qemu-nbd');
  engine.kill('SIGKILL');
  expect(await engine.ended).toMatchObject({ signal: 'SIGKILL' });
  await waitFor(() => helpers().length === 0, 'its end');
});

whenServed('what is not installed is named with the package that brings it', () => {
  const without = (environment: NodeJS.ProcessEnv): { code: string; message: string } => {
    const run = spawnSync(benchEnginePath, words(), { env: environment, encoding: 'utf8' });
    return JSON.parse(run.stderr) as { code: string; message: string };
  };
  expect(without({ ...process.env, PATH: folder })).toMatchObject({
    code: 'SOURCE_TOOL_MISSING',
    message: expect.stringMatching(/disk\.qcow2 is read through qemu-img.*apt-get install qemu-utils/),
  });
  // A file of that name that is no library stands in the way of the real one.
  mkdirSync(join(folder, 'libraries'));
  writeFileSync(join(folder, 'libraries/libnbd.so.0'), 'no library');
  expect(without({ ...process.env, LD_LIBRARY_PATH: join(folder, 'libraries') })).toMatchObject({
    code: 'SOURCE_TOOL_MISSING',
    message: expect.stringMatching(/libnbd.*apt-get install libnbd0/),
  });
  expect(runEngine(words()).exitCode).toBe(0);
});
