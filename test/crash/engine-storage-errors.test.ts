// Goal: a storage error at any call of a restore is an error, never a wrong file; the next run ends with the right one.
// Method: strace makes the Nth call of each kind fail, for N from 1 to 8; then the same operation runs again untouched.
// Needs strace; says so in one line where it is missing, and fails then when REINSTATE_REQUIRE_PEERS=1.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { benchEnginePath, fileHash, removeFolder, runEngine } from '../native/disk-images.js';
import type { InterruptedDisk } from '../native/interrupted-restore.js';
import { makeInterruptedDisk, restoreWords } from '../native/interrupted-restore.js';

const hasStrace = spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0;
let disk: InterruptedDisk;

beforeAll(() => {
  disk = makeInterruptedDisk(24);
});
afterAll(() => removeFolder(disk.folder));

interface InjectedRun {
  readonly failed: boolean;
  readonly code: string;
}

function runWithFault(call: string, fault: string, at: number): InjectedRun {
  const trace = ['-f', '-o', '/dev/null', '-e', `trace=${call}`, '-e', `inject=${call}:${fault}:when=${at}`];
  const words = [...trace, benchEnginePath, ...restoreWords(disk, 'out.raw', 'operation-1', 1)];
  const run = spawnSync('strace', words, { encoding: 'utf8' });
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
  ['fdatasync', 'error=EINTR', ''],
  ['pwrite64', 'error=EINTR', ''],
];

test.each(faults)(
  '%s with %s at the Nth call',
  (call, fault, code) => {
    if (!hasStrace) {
      process.stderr.write('SKIP storage errors: strace is missing or may not trace (apt-get install -y strace)\n');
      expect(process.env['REINSTATE_REQUIRE_PEERS']).not.toBe('1');
      return;
    }
    let failures = 0;
    for (let at = 1; at <= 8; at++) {
      const run = runWithFault(call, fault, at);
      if (run.failed) failures++;
      // The first fdatasync is that of the data: what it could not make durable must not be resumed from.
      if (call === 'fdatasync' && code !== '' && at === 1) {
        expect(run.failed).toBe(true);
        expect(existsSync(join(disk.folder, 'out.raw.reinstate-partial'))).toBe(false);
      }
      expect({ at, code: run.code }).toEqual({ at, code: run.failed ? code : '' });
      expect({ at, ...runEngine(restoreWords(disk, 'out.raw', 'operation-1', 1)) }).toMatchObject({ at, exitCode: 0 });
      expect({ at, hash: fileHash(join(disk.folder, 'out.raw')) }).toEqual({ at, hash: disk.hash });
      expect(existsSync(join(disk.folder, 'out.raw.reinstate-journal'))).toBe(false);
      rmSync(join(disk.folder, 'out.raw'));
    }
    // The fault must have been felt, unless a repeated call is the right answer to it.
    if (code === '') expect(failures).toBe(0);
    else expect(failures).toBeGreaterThan(0);
  },
  60_000,
);
