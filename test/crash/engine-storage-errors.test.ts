// Goal: a storage error, or death, at any call of a restore or a capture never makes a wrong file; the next run ends
// with the right one.
// Method: strace makes the Nth call of each kind fail, or kills at it, for N from 1 to 8; then the same operation runs
// again untouched. So a kill falls on every boundary of the journal.
import { afterAll, beforeAll, expect } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { benchEnginePath, fileHash, removeFolder, runEngine } from '../native/disk-images.js';
import type { InterruptedDisk } from '../native/interrupted-restore.js';
import { makeInterruptedDisk, restoreWords } from '../native/interrupted-restore.js';
import { peerOrSkip } from '../support/peers.js';

const test = peerOrSkip('strace');
let disk: InterruptedDisk;

beforeAll(() => {
  disk = makeInterruptedDisk(24);
});
afterAll(() => removeFolder(disk.folder));

interface InjectedRun {
  readonly failed: boolean;
  readonly code: string;
}

function runWithFault(engineWords: string[], call: string, fault: string, at: number): InjectedRun {
  const trace = ['-f', '-o', '/dev/null', '-e', `trace=${call}`, '-e', `inject=${call}:${fault}:when=${at}`];
  const run = spawnSync('strace', [...trace, benchEnginePath, ...engineWords], { encoding: 'utf8' });
  const code = /"code":"([A-Z_]+)"/.exec(run.stderr)?.[1] ?? '';
  return { failed: run.status !== 0, code };
}

const faults: [string, string, string][] = [
  ['fdatasync', 'error=EIO', 'IO_ERROR'],
  ['fsync', 'error=EIO', 'IO_ERROR'],
  ['pwrite64', 'error=EIO', 'IO_ERROR'],
  ['pwrite64', 'error=ENOSPC', 'NO_SPACE'],
  ['ftruncate', 'error=EIO', 'IO_ERROR'],
  ['renameat2', 'error=EIO', 'IO_ERROR'],
  ['unlinkat', 'error=EIO', 'IO_ERROR'],
  ['fdatasync', 'signal=SIGKILL', ''],
  ['pwrite64', 'signal=SIGKILL', ''],
  ['fsync', 'signal=SIGKILL', ''],
  ['renameat2', 'signal=SIGKILL', ''],
  ['unlinkat', 'signal=SIGKILL', ''],
  ['fdatasync', 'error=EINTR', ''],
  ['pwrite64', 'error=EINTR', ''],
];

test.each(faults)(
  'restore, %s with %s at the Nth call',
  (call, fault, code) => {
    const words = restoreWords(disk, 'out.raw', 'operation-1', 1);
    const path = join(disk.folder, 'out.raw');
    let failures = 0;
    for (let at = 1; at <= 8; at++) {
      const run = runWithFault(words, call, fault, at);
      if (run.failed) failures++;
      // The first fdatasync is that of the data: what it could not make durable must not be resumed from.
      if (call === 'fdatasync' && code !== '' && at === 1) {
        expect(run.failed).toBe(true);
        expect(existsSync(`${path}.reinstate-partial`)).toBe(false);
      }
      expect({ at, code: run.code }).toEqual({ at, code: run.failed ? code : '' });
      expect({ at, ...runEngine(words) }).toMatchObject({ at, exitCode: 0 });
      expect({ at, hash: fileHash(path) }).toEqual({ at, hash: disk.hash });
      expect(existsSync(`${path}.reinstate-journal`)).toBe(false);
      rmSync(path);
    }
    // The fault must have been felt, unless a repeated call is the right answer to it.
    if (fault === 'error=EINTR') expect(failures).toBe(0);
    else expect(failures).toBeGreaterThan(0);
  },
  60_000,
);

const captureFaults: [string, string, string][] = [
  ['pwrite64', 'error=EIO', 'IO_ERROR'],
  ['pwrite64', 'error=ENOSPC', 'NO_SPACE'],
  ['renameat', 'error=EIO', 'IO_ERROR'],
  ['syncfs', 'error=EIO', 'IO_ERROR'],
  ['pwrite64', 'signal=SIGKILL', ''],
  ['renameat', 'signal=SIGKILL', ''],
  ['syncfs', 'signal=SIGKILL', ''],
];

test.each(captureFaults)(
  'capture, %s with %s at the Nth call',
  (call, fault, code) => {
    const capacity = String(disk.capacityBytes);
    let failures = 0;
    for (let at = 1; at <= 8; at++) {
      const repository = join(disk.folder, 'second');
      const words = ['capture', repository, disk.folder, 'disk.raw', 'RAW', capacity, '--workers', '1'];
      const run = runWithFault(words, call, fault, at);
      if (run.failed) failures++;
      expect({ at, code: run.code }).toEqual({ at, code: run.failed ? code : '' });
      const again = runEngine(words);
      expect({ at, ...again }).toMatchObject({ at, exitCode: 0, answer: { indexHash: disk.indexHash } });
      expect(runEngine(['verify', repository, disk.indexHash, capacity])).toMatchObject({ exitCode: 0 });
      expect(readdirSync(join(repository, 'tmp'))).toEqual([]);
      rmSync(repository, { recursive: true });
    }
    expect(failures).toBeGreaterThan(0);
  },
  60_000,
);

test.each([
  ['openat', 'error=EACCES'],
  ['openat', 'error=EMFILE'],
  ['pread64', 'error=EIO'],
])(
  'verify, %s with %s at the Nth call: what cannot be read is no damage',
  (call, fault) => {
    const words = ['verify', disk.repositoryPath, disk.indexHash, String(disk.capacityBytes), '--workers', '1'];
    const codes = new Set<string>();
    // Calls that load the program and open the folder come first, then the root page, then chunk after chunk.
    for (let at = 1; at <= 24; at++) {
      const trace = ['-f', '-o', '/dev/null', '-e', `trace=${call}`, '-e', `inject=${call}:${fault}:when=${at}`];
      const run = spawnSync('strace', [...trace, benchEnginePath, ...words], { encoding: 'utf8' });
      expect({ at, out: run.stdout }).toEqual({ at, out: expect.not.stringMatching(/"damagedChunkCount":[1-9]/) });
      codes.add(/"code":"([A-Z_]+)"/.exec(run.stderr)?.[1] ?? '');
    }
    expect(codes).toContain('IO_ERROR');
    expect(codes).not.toContain('INDEX_DAMAGED');
  },
  60_000,
);
