// Goal: one target has one writer, the newest; an interrupted restore resumes to the right bytes; a full or read-only
// file system is an error that loses nothing.
// Method: bench-engine as a process that is stopped, continued and killed; journals written by hand from the document.
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { benchEnginePath, fileHash, removeFolder, runEngine, startEngine, waitFor } from './disk-images.js';
import type { InterruptedDisk } from './interrupted-restore.js';
import { killAndResume, makeInterruptedDisk, restoreWords, writtenBytes } from './interrupted-restore.js';

const mebibyte = 1 << 20;
let disk: InterruptedDisk;
/** Killed after each test, so that a test which fails leaves no stopped process behind. */
const interrupted: ReturnType<typeof startEngine>[] = [];

beforeAll(() => {
  disk = makeInterruptedDisk(192);
});
afterAll(() => removeFolder(disk.folder));
afterEach(() => {
  for (const engine of interrupted.splice(0)) engine.kill('SIGKILL');
  for (const name of readdirSync(disk.folder)) {
    if (name.startsWith('out.raw')) rmSync(join(disk.folder, name));
  }
});

function restore(operationId: string, token: number): ReturnType<typeof runEngine> {
  return runEngine(restoreWords(disk, 'out.raw', operationId, token));
}

const outPath = (): string => join(disk.folder, 'out.raw');
const journalPath = (): string => `${outPath()}.reinstate-journal`;
const partialPath = (): string => `${outPath()}.reinstate-partial`;

/** Starts a restore, lets it write and acknowledge a little, and stops or kills it there. */
async function interrupt(token: number, signal: 'SIGSTOP' | 'SIGKILL'): Promise<ReturnType<typeof startEngine>> {
  const engine = startEngine(restoreWords(disk, 'out.raw', 'operation-1', token));
  interrupted.push(engine);
  await waitFor(() => existsSync(journalPath()) && statSync(journalPath()).size > 4096, 'a first journal record');
  engine.kill(signal);
  if (signal === 'SIGKILL') await engine.ended;
  return engine;
}

function crc32c(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0x82f63b78 : crc >>> 1;
  }
  return ~crc >>> 0;
}

/** A journal as docs/formats.md describes it, with one record that calls the file with `inode` whole. */
function wholeJournal(inode: number): Buffer {
  const header = Buffer.alloc(4096);
  header.write('RSJOURNL', 0);
  header.writeUInt32LE(1, 8);
  header.writeUInt32LE('operation-1'.length, 12);
  header.writeBigUInt64LE(BigInt(disk.capacityBytes), 16);
  Buffer.from(disk.indexHash, 'hex').copy(header, 24);
  header.write('operation-1', 64);
  header.writeUInt32LE(crc32c(header.subarray(0, 508)), 508);
  header.writeBigUInt64LE(1n, 512);
  header.writeUInt32LE(crc32c(header.subarray(512, 520)), 520);
  const record = Buffer.alloc(12 + 8 + 4);
  record.write('RSJR', 0);
  record.writeUInt32LE(2, 4);
  record.writeUInt32LE(8, 8);
  record.writeBigUInt64LE(BigInt(inode), 12);
  record.writeUInt32LE(crc32c(record.subarray(0, 20)), 20);
  return Buffer.concat([header, record]);
}

describe('one writer', () => {
  test('a newer holder stops an older one that slept, and only the newer one finishes', async () => {
    const older = await interrupt(5, 'SIGSTOP');
    expect(restore('operation-1', 6)).toMatchObject({ exitCode: 1, answer: { kind: 'conflict', code: 'TARGET_BUSY' } });
    older.kill('SIGCONT');
    const ended = await older.ended;
    expect(ended).toMatchObject({ exitCode: 1, answer: { kind: 'conflict', code: 'STALE_FENCING_TOKEN' } });
    expect(existsSync(outPath())).toBe(false);
    expect(restore('operation-1', 5)).toMatchObject({ exitCode: 1, answer: { code: 'STALE_FENCING_TOKEN' } });
    expect(restore('operation-1', 6)).toMatchObject({ exitCode: 0 });
    expect(fileHash(outPath())).toBe(disk.hash);
  });

  test('a second engine with the same token, or of another operation, does not get in', async () => {
    const first = await interrupt(5, 'SIGSTOP');
    const busy = { exitCode: 1, answer: { kind: 'conflict', code: 'TARGET_BUSY' } };
    expect(restore('operation-1', 5)).toMatchObject(busy);
    expect(restore('operation-2', 9)).toMatchObject(busy);
    first.kill('SIGCONT');
    expect(await first.ended).toMatchObject({ exitCode: 0 });
    expect(fileHash(outPath())).toBe(disk.hash);
  });

  test('an older token and another operation are refused after a crash, too', async () => {
    await interrupt(5, 'SIGKILL');
    expect(restore('operation-1', 4)).toMatchObject({ exitCode: 1, answer: { code: 'STALE_FENCING_TOKEN' } });
    expect(restore('operation-2', 9)).toMatchObject({
      exitCode: 1,
      answer: { kind: 'conflict', code: 'JOURNAL_FOREIGN', path: journalPath() },
    });
    expect(restore('operation-1', 5)).toMatchObject({ exitCode: 0 });
    expect(fileHash(outPath())).toBe(disk.hash);
  });
});

describe('resume', () => {
  test('six kills in one restore, then the right bytes and no leftovers', async () => {
    const outcome = await killAndResume(disk, [10, 25, 40, 55, 70, 30]);
    expect(outcome).toMatchObject({ hash: disk.hash, leftovers: [] });
    expect(outcome.kills).toBeGreaterThan(0);
    expect(outcome.finalWrittenBytes + outcome.finalResumedBytes).toBe(disk.dataBytes);
  });

  test('writes again only what was not acknowledged', async () => {
    await interrupt(1, 'SIGKILL');
    const before = writtenBytes(disk, 'out.raw');
    const { answer } = restore('operation-1', 2);
    expect(Number(answer['resumedBytes'])).toBeGreaterThanOrEqual(8 * mebibyte);
    expect(Number(answer['resumedBytes'])).toBeLessThanOrEqual(before);
    expect(Number(answer['writtenBytes'])).toBe(disk.dataBytes - Number(answer['resumedBytes']));
  });

  test('a torn last record is ignored', async () => {
    await interrupt(1, 'SIGKILL');
    truncateSync(journalPath(), statSync(journalPath()).size - 3);
    expect(restore('operation-1', 1)).toMatchObject({ exitCode: 0 });
    expect(fileHash(outPath())).toBe(disk.hash);
  });

  test('without the partial file it starts again from the beginning', async () => {
    await interrupt(1, 'SIGKILL');
    rmSync(partialPath());
    expect(restore('operation-1', 1)).toMatchObject({ exitCode: 0, answer: { writtenBytes: disk.dataBytes } });
    expect(fileHash(outPath())).toBe(disk.hash);
  });

  test('a damaged journal header and a partial file without a journal are refused', async () => {
    await interrupt(1, 'SIGKILL');
    const journal = readFileSync(journalPath());
    for (const offset of [0, 8, 16, 24, 64, 508, 512]) {
      const flipped = Buffer.from(journal);
      flipped[offset]! ^= 1;
      writeFileSync(journalPath(), flipped);
      const { answer } = restore('operation-1', 1);
      expect({ offset, code: answer['code'] }).toEqual({ offset, code: 'JOURNAL_DAMAGED' });
    }
    rmSync(journalPath());
    expect(restore('operation-1', 1)).toMatchObject({ exitCode: 1, answer: { code: 'JOURNAL_FOREIGN' } });
    expect(existsSync(journalPath())).toBe(false);
    expect(existsSync(outPath())).toBe(false);
  });

  test('a crash before, or after, the final name is completed from the journal', () => {
    expect(restore('operation-1', 1)).toMatchObject({ exitCode: 0 });
    const inode = statSync(outPath()).ino;
    writeFileSync(journalPath(), wholeJournal(inode));
    const nothing = { exitCode: 0, answer: { writtenBytes: 0, resumedBytes: disk.dataBytes } };
    expect(restore('operation-1', 1)).toMatchObject(nothing);
    expect(existsSync(journalPath())).toBe(false);

    renameSync(outPath(), partialPath());
    writeFileSync(journalPath(), wholeJournal(inode));
    expect(restore('operation-1', 1)).toMatchObject(nothing);
    expect(fileHash(outPath())).toBe(disk.hash);

    writeFileSync(journalPath(), wholeJournal(inode + 1));
    expect(restore('operation-1', 1)).toMatchObject({ exitCode: 1, answer: { code: 'TARGET_EXISTS' } });
    expect(fileHash(outPath())).toBe(disk.hash);
  });

  test('a target that appeared meanwhile is not replaced', async () => {
    const engine = await interrupt(1, 'SIGSTOP');
    writeFileSync(outPath(), 'precious');
    engine.kill('SIGCONT');
    expect(await engine.ended).toMatchObject({ exitCode: 1, answer: { kind: 'conflict', code: 'TARGET_EXISTS' } });
    expect(readFileSync(outPath(), 'utf8')).toBe('precious');
  });
});

/** Runs `body` on a small tmpfs. Needs root and the right to mount: false when there is none. */
function onTmpfs(options: string, body: (mountPath: string) => void): boolean {
  const mountPath = join(disk.folder, 'mounted');
  mkdirSync(mountPath, { recursive: true });
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', mountPath]).status !== 0) return false;
  try {
    body(mountPath);
  } finally {
    spawnSync('umount', ['-l', mountPath]);
  }
  return true;
}

function restoreTo(folder: string): ReturnType<typeof runEngine> {
  const words = restoreWords({ ...disk, folder }, 'out.raw', 'operation-1', 1);
  return runEngine(words);
}

describe('storage', () => {
  test('a full file system is retryable; with more space the restore resumes', () => {
    const mounted = onTmpfs('size=32m', (mountPath) => {
      expect(restoreTo(mountPath)).toMatchObject({ exitCode: 1, answer: { kind: 'retryable', code: 'NO_SPACE' } });
      expect(readdirSync(mountPath).sort()).toEqual(['out.raw.reinstate-journal', 'out.raw.reinstate-partial']);
      expect(spawnSync('mount', ['-o', 'remount,size=256m', mountPath]).status).toBe(0);
      const { exitCode, answer } = restoreTo(mountPath);
      expect(exitCode).toBe(0);
      expect(Number(answer['resumedBytes'])).toBeGreaterThanOrEqual(8 * mebibyte);
      expect(fileHash(join(mountPath, 'out.raw'))).toBe(disk.hash);
    });
    if (!mounted) process.stderr.write('SKIP full file system: mounting a tmpfs needs root\n');
  });

  test('a repository on a full file system: the capture fails and leaves no index', () => {
    const mounted = onTmpfs('size=16m', (mountPath) => {
      const words = ['capture', mountPath, disk.folder, 'disk.raw', 'RAW', String(disk.capacityBytes)];
      // Random bytes do not compress: the disk's 3 MiB of distinct data stand in 64 shifted variants.
      expect(runEngine(words)).toMatchObject({ exitCode: 1, answer: { kind: 'retryable', code: 'NO_SPACE' } });
      expect(readdirSync(join(mountPath, 'pages'))).toEqual([]);
      expect(readdirSync(join(mountPath, 'tmp'))).toEqual([]);
    });
    if (!mounted) process.stderr.write('SKIP full repository: mounting a tmpfs needs root\n');
  });

  test('a file larger than the limit is refused', () => {
    const words = restoreWords(disk, 'out.raw', 'operation-1', 1);
    const script = 'trap "" XFSZ; ulimit -f 2048; exec "$0" "$@"';
    const run = spawnSync('/bin/sh', ['-c', script, benchEnginePath, ...words], { encoding: 'utf8' });
    expect(JSON.parse(run.stderr)).toMatchObject({ kind: 'permanent', code: 'NO_SPACE' });
    expect(existsSync(outPath())).toBe(false);
  });

  test('a read-only folder is refused', () => {
    const expected = { exitCode: 1, answer: { kind: 'denied', code: 'TARGET_NOT_WRITABLE' } };
    const mounted = onTmpfs('size=1m,ro', (mountPath) => expect(restoreTo(mountPath)).toMatchObject(expected));
    if (mounted) return;
    const folder = join(disk.folder, 'mounted');
    chmodSync(folder, 0o500);
    expect(restoreTo(folder)).toMatchObject(expected);
  });
});

test('extract takes a disk out of the repository alone, and replaces nothing', () => {
  const words = ['extract', disk.repositoryPath, disk.indexHash, outPath()];
  expect(runEngine(words)).toMatchObject({ exitCode: 0, answer: { capacityBytes: disk.capacityBytes } });
  expect(fileHash(outPath())).toBe(disk.hash);
  expect(runEngine(words)).toMatchObject({ exitCode: 1, answer: { code: 'TARGET_EXISTS' } });
});
