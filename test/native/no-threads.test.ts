// Goal: a machine that gives no more threads costs speed or one copy, never the process.
// Method: a library of a few lines, loaded before all others, refuses threads from the Nth on, or while a file exists;
// the engine alone under it, and node with the addon under it.
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { builtAddonPath } from '../../src/adapters/native/load-addon.js';
import { benchEnginePath, fileHash, removeFolder } from './disk-images.js';
import { type InterruptedDisk, makeInterruptedDisk } from './interrupted-restore.js';

const LIBRARY = `
#include <cerrno>
#include <cstdlib>
#include <dlfcn.h>
#include <pthread.h>
#include <unistd.h>
static int made = 0;
extern "C" int pthread_create(pthread_t *thread, const pthread_attr_t *how, void *(*body)(void *), void *with) {
  const char *file = getenv("REFUSE_WHILE");
  const char *given = getenv("REFUSE_AFTER");
  if (file != nullptr && access(file, F_OK) == 0) return EAGAIN;
  if (given != nullptr && __sync_fetch_and_add(&made, 1) >= atoi(given)) return EAGAIN;
  auto real = reinterpret_cast<decltype(&pthread_create)>(dlsym(RTLD_NEXT, "pthread_create"));
  return real(thread, how, body, with);
}
`;

/** Asks for a verification while no thread can be had, then once more; says on stdout what came of both. */
const NODE_PROGRAM = `
const { writeFileSync, rmSync } = require('node:fs');
const [addonPath, file, repositoryPath, indexHash, capacity] = process.argv.slice(1);
const addon = require(addonPath);
const request = { repositoryPath, indexHash, capacityBytes: Number(capacity) };
const verify = () => new Promise((resolve) => {
  addon.startVerify(request, (kind, value) => kind !== 'progress' && resolve([kind, value.code ?? value.chunkCount]));
});
(async () => {
  writeFileSync(file, '');
  const asked = verify();
  rmSync(file);
  process.stdout.write(JSON.stringify([await asked, await verify()]));
})();
`;

let disk: InterruptedDisk;
let library = '';

beforeAll(() => {
  disk = makeInterruptedDisk(12);
  library = join(disk.folder, 'refuse.so');
  const words = ['-xc++', '-', '-shared', '-fPIC', '-o', library, '-ldl'];
  const made = spawnSync('g++', words, { input: LIBRARY, encoding: 'utf8' });
  if (made.status !== 0) throw new Error(made.stderr);
});
afterAll(() => removeFolder(disk.folder));

test.each([
  // The thread that commits, then the workers.
  [0, 1, 'IO_ERROR'],
  [1, 1, 'IO_ERROR'],
  [2, 0, ''],
  [3, 0, ''],
])('a restore that gets %i threads', (given, exitCode, code) => {
  const path = join(disk.folder, 'out.raw');
  const words = ['restore', disk.repositoryPath, disk.indexHash, String(disk.capacityBytes), disk.folder, 'out.raw'];
  const run = spawnSync(benchEnginePath, [...words, `operation-${given}`, '1', '--workers', '4'], {
    encoding: 'utf8',
    env: { LD_PRELOAD: library, REFUSE_AFTER: String(given) },
  });
  expect([run.signal, run.status, /"code":"([A-Z_]+)"/.exec(run.stderr)?.[1] ?? '']).toEqual([null, exitCode, code]);
  expect(existsSync(path)).toBe(exitCode === 0);
  if (exitCode === 0) expect(fileHash(path)).toBe(disk.hash);
  for (const ending of ['', '.reinstate-partial', '.reinstate-journal']) rmSync(path + ending, { force: true });
});

test('the service answers IO_ERROR, and the next copy works', () => {
  const { repositoryPath, indexHash, capacityBytes, folder } = disk;
  const file = join(folder, 'refuse');
  const words = [builtAddonPath(), file, repositoryPath, indexHash, String(capacityBytes)];
  const run = spawnSync(process.execPath, ['-e', NODE_PROGRAM, ...words], {
    encoding: 'utf8',
    env: { LD_PRELOAD: library, REFUSE_WHILE: file },
  });
  expect([run.signal, run.status, run.stderr]).toEqual([null, 0, '']);
  expect(JSON.parse(run.stdout)).toEqual([
    ['failed', 'IO_ERROR'],
    ['done', 12],
  ]);
});
