// Goal: as many reads as asked for are in flight, never more, and an aborted copy begins nothing new.
// Method: a library loaded before all others (test/support/held-storage.cc) lets no read of a chunk go on before so
// many of them wait, or holds reads or writes while a file exists. What must hold is the order of events, not their
// time: a copy that never has that many reads in flight, or does not settle, hangs and is ended.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { benchEnginePath, fileHash, removeFolder } from './disk-images.js';
import { type InterruptedDisk, makeInterruptedDisk, restoreWords } from './interrupted-restore.js';

const hangMs = 30_000;
const librarySource = join(import.meta.dirname, '..', 'support', 'held-storage.cc');
const adapters = join(import.meta.dirname, '..', '..', 'dist', 'adapters', 'native');

/** Aborts a restore when `wanted` calls are held; says how it settled, lets go, and ends with the copy's threads. */
const ABORT_PROGRAM = `
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
const [adapters, logFile, holdFile, call, wanted, request] = process.argv.slice(1);
const { loadAddon } = await import(adapters + '/load-addon.js');
const { createNativeCopyEngine } = await import(adapters + '/native-copy-engine.js');
const { addon, description } = loadAddon();
const stop = new AbortController();
const control = { signal: stop.signal, onProgress: () => {} };
const copy = createNativeCopyEngine(addon).restoreDisk(JSON.parse(request), control);
const ended = copy.then(() => 'DONE', ({ code }) => code);
const begun = () => (existsSync(logFile) ? readFileSync(logFile, 'utf8').split(call).length - 1 : 0);
const count = wanted === 'workers' ? description.workerCount : Number(wanted);
while (begun() < count) await sleep(1);
stop.abort();
const code = await ended;
const heldStill = existsSync(holdFile);
rmSync(holdFile);
process.stdout.write(JSON.stringify({ code, heldStill, count }));
`;

let disk: InterruptedDisk;
let library = '';
let logFile = '';
let holdFile = '';

beforeAll(() => {
  disk = makeInterruptedDisk(48);
  library = join(disk.folder, 'held-storage.so');
  logFile = join(disk.folder, 'log');
  holdFile = join(disk.folder, 'hold');
  const words = ['-D_GNU_SOURCE', '-shared', '-fPIC', '-o', library, librarySource, '-ldl'];
  const made = spawnSync('g++', words, { encoding: 'utf8' });
  if (made.status !== 0) throw new Error(made.stderr);
});
afterAll(() => removeFolder(disk.folder));
beforeEach(() => {
  for (const name of ['log', 'out.raw', 'out.raw.reinstate-partial', 'out.raw.reinstate-journal']) {
    rmSync(join(disk.folder, name), { force: true });
  }
});

function loggedLines(): string[] {
  return readFileSync(logFile, 'utf8').trimEnd().split('\n');
}

function mostInFlight(): number {
  return Math.max(...loggedLines().flatMap((line) => (line.startsWith('read') ? [Number(line.slice(5))] : [])));
}

test.each([1, 2, 3, 6, 12])('a depth of %i has that many reads in flight, and never more', (depth) => {
  const words = restoreWords(disk, 'out.raw', 'operation-1', 1);
  const run = spawnSync(benchEnginePath, [...words, '--io-depth', String(depth)], {
    encoding: 'utf8',
    timeout: hangMs,
    env: { LD_PRELOAD: library, HELD_READS_AT_ONCE: String(depth), HELD_LOG: logFile },
  });
  expect([run.signal, run.status, run.stderr]).toEqual([null, 0, '']);
  expect(mostInFlight()).toBe(depth);
  expect(fileHash(join(disk.folder, 'out.raw'))).toBe(disk.hash);
});

test('six reads are in flight unless something else is asked for', () => {
  const run = spawnSync(benchEnginePath, restoreWords(disk, 'out.raw', 'operation-1', 1), {
    encoding: 'utf8',
    timeout: hangMs,
    env: { LD_PRELOAD: library, HELD_READS_AT_ONCE: '6', HELD_LOG: logFile },
  });
  expect([run.signal, run.status, run.stderr]).toEqual([null, 0, '']);
  expect(mostInFlight()).toBe(6);
});

function abortWhenHeld(call: 'read' | 'write', wanted: string) {
  const { repositoryPath, indexHash, capacityBytes, folder } = disk;
  const target = { rootPath: folder, relativePath: 'out.raw' };
  const wish = { repositoryPath, indexHash, capacityBytes, target, targetFormat: 'RAW_SPARSE' };
  const request = JSON.stringify({ ...wish, operationId: 'operation-1', fencingToken: 1 });
  const words = ['--input-type=module', '-e', ABORT_PROGRAM, adapters, logFile, holdFile, call, wanted, request];
  spawnSync('touch', [holdFile]);
  const run = spawnSync(process.execPath, words, {
    encoding: 'utf8',
    timeout: hangMs,
    env: { LD_PRELOAD: library, HELD_LOG: logFile, [`HELD_${call.toUpperCase()}S_WHILE`]: holdFile },
  });
  expect([run.signal, run.status, run.stderr]).toEqual([null, 0, '']);
  return JSON.parse(run.stdout) as { code: string; heldStill: boolean; count: number };
}

test('aborted while all reads hang: the call settles, and no further chunk is read or written', () => {
  const ended = abortWhenHeld('read', '6');
  expect(ended).toMatchObject({ code: 'ABORTED', heldStill: true });
  expect(loggedLines().toSorted()).toEqual(Array.from({ length: 6 }, (_, at) => `read ${at + 1}`));
  expect(existsSync(join(disk.folder, 'out.raw'))).toBe(false);
});

test('aborted while all writes hang: the call settles, and no further chunk is written', () => {
  const { count, ...ended } = abortWhenHeld('write', 'workers');
  expect(ended).toEqual({ code: 'ABORTED', heldStill: true });
  expect(loggedLines().filter((line) => line.startsWith('write'))).toHaveLength(count);
  expect(existsSync(join(disk.folder, 'out.raw'))).toBe(false);
});
