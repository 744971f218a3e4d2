// Goal: a restore into any format that was killed or stopped resumes to the right disk, and one target has one writer.
// Method: bench-engine as a process, killed at its journal's first record or between the last names; qemu-img judges.
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import {
  existsSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileHash, removeFolder, runEngine, startEngine, waitFor } from './disk-images.js';
import type { InterruptedDisk } from './interrupted-restore.js';
import { makeInterruptedDisk, restoreWords } from './interrupted-restore.js';
import { complaintsOfQemu } from './vmdk-judges.js';

const mebibyte = 1 << 20;
const formats = ['RAW_THICK', 'VMDK_FLAT', 'VMDK_SPARSE', 'VMDK_STREAM_OPTIMIZED', 'QCOW2'] as const;
type Format = (typeof formats)[number];
const createTypes = {
  VMDK_FLAT: 'monolithicFlat',
  VMDK_SPARSE: 'monolithicSparse',
  VMDK_STREAM_OPTIMIZED: 'streamOptimized',
  QCOW2: 'qcow2',
} as const;
let disk: InterruptedDisk;
const interrupted: ReturnType<typeof startEngine>[] = [];

beforeAll(() => {
  disk = makeInterruptedDisk(192);
});
afterAll(() => removeFolder(disk.folder));
afterEach(() => {
  for (const engine of interrupted.splice(0)) engine.kill('SIGKILL');
  for (const name of readdirSync(disk.folder)) {
    if (name.startsWith('out')) rmSync(join(disk.folder, name));
  }
});

const outPath = (): string => join(disk.folder, 'out.vmdk');
const journalPath = (): string => `${outPath()}.reinstate-journal`;
const words = (format: Format, token: number): string[] => [
  ...restoreWords(disk, 'out.vmdk', 'operation-1', token),
  format,
];

async function interrupt(format: Format, token: number, signal: 'SIGSTOP' | 'SIGKILL', records = 2) {
  const engine = startEngine(words(format, token));
  interrupted.push(engine);
  const wanted = 4096 + records * 28;
  await waitFor(() => existsSync(journalPath()) && statSync(journalPath()).size > wanted, 'journal records');
  engine.kill(signal);
  if (signal === 'SIGKILL') await engine.ended;
  return engine;
}

function expectRightDisk(format: Format): void {
  if (format === 'RAW_THICK') expect(fileHash(outPath())).toBe(disk.hash);
  else expect(complaintsOfQemu(outPath(), join(disk.folder, 'disk.raw'), createTypes[format])).toEqual([]);
  expect(readdirSync(disk.folder).filter((name) => name.includes('.reinstate-'))).toEqual([]);
}

describe.each(formats)('%s', (format) => {
  test('three kills, then the right disk; what was acknowledged is not written again', async () => {
    for (const records of [1, 3, 5]) await interrupt(format, 1, 'SIGKILL', records);
    const { exitCode, answer } = runEngine(words(format, 1));
    expect(exitCode).toBe(0);
    expect(Number(answer['resumedBytes'])).toBeGreaterThanOrEqual(8 * mebibyte);
    if (format !== 'VMDK_STREAM_OPTIMIZED') {
      expect(Number(answer['writtenBytes'])).toBe(disk.dataBytes - Number(answer['resumedBytes']));
    }
    expectRightDisk(format);
  });

  test('torn bytes behind the acknowledged ones and a torn record are forgotten', async () => {
    await interrupt(format, 1, 'SIGKILL', 3);
    const partial = `${outPath()}.reinstate-partial`;
    if (format === 'VMDK_SPARSE' || format === 'VMDK_STREAM_OPTIMIZED' || format === 'QCOW2') {
      writeFileSync(partial, Buffer.concat([readFileSync(partial), Buffer.alloc(70_000, 'torn')]));
    }
    truncateSync(journalPath(), statSync(journalPath()).size - 3);
    expect(runEngine(words(format, 1))).toMatchObject({ exitCode: 0 });
    expectRightDisk(format);
  });

  test('an older holder that slept is stopped; the newer one finishes', async () => {
    const older = await interrupt(format, 5, 'SIGSTOP');
    expect(runEngine(words(format, 6))).toMatchObject({ exitCode: 1, answer: { code: 'TARGET_BUSY' } });
    older.kill('SIGCONT');
    expect(await older.ended).toMatchObject({ exitCode: 1, answer: { code: 'STALE_FENCING_TOKEN' } });
    expect(existsSync(outPath())).toBe(false);
    expect(runEngine(words(format, 6))).toMatchObject({ exitCode: 0 });
    expectRightDisk(format);
  });

  test('another format does not take up the same target', async () => {
    await interrupt(format, 1, 'SIGKILL');
    const other = format === 'RAW_THICK' ? 'VMDK_SPARSE' : 'RAW_THICK';
    expect(runEngine(words(other, 1))).toMatchObject({ exitCode: 1, answer: { code: 'JOURNAL_FOREIGN' } });
  });
});

test.each(['VMDK_SPARSE', 'VMDK_STREAM_OPTIMIZED', 'QCOW2'] as const)(
  '%s cut short of what was acknowledged is refused',
  async (format) => {
    await interrupt(format, 1, 'SIGKILL');
    truncateSync(`${outPath()}.reinstate-partial`, 2 * 65536);
    expect(runEngine(words(format, 1))).toMatchObject({ exitCode: 1, answer: { code: 'JOURNAL_DAMAGED' } });
  },
);

test.each(['VMDK_SPARSE', 'QCOW2'] as const)(
  "%s: what lay between acknowledged chunks and was lost is nobody's",
  async (format) => {
    await interrupt(format, 1, 'SIGKILL', 4);
    // Without its second record the journal names chunks before and behind some that it does not name.
    const journal = readFileSync(journalPath());
    const recordLength = (at: number): number => 16 + journal.readUInt32LE(at + 8);
    const second = 4096 + recordLength(4096);
    const third = second + recordLength(second);
    writeFileSync(journalPath(), Buffer.concat([journal.subarray(0, second), journal.subarray(third)]));
    expect(runEngine(words(format, 1))).toMatchObject({ exitCode: 0 });
    expectRightDisk(format);
  },
);

test('a flat VMDK that crashed before the name of its extent, before the descriptor, and after it, is finished', () => {
  const journal = finishedJournal();
  const inode = statSync(flatPath()).ino;
  const nothing = { exitCode: 0, answer: { writtenBytes: 0, resumedBytes: disk.dataBytes } };
  writeFileSync(journalPath(), journal(inode));
  expect(runEngine(words('VMDK_FLAT', 1))).toMatchObject(nothing);
  expectRightDisk('VMDK_FLAT');
  rmSync(outPath());
  writeFileSync(`${outPath()}.reinstate-descriptor`, 'torn');
  writeFileSync(journalPath(), journal(inode));
  expect(runEngine(words('VMDK_FLAT', 1))).toMatchObject(nothing);
  expectRightDisk('VMDK_FLAT');
  rmSync(outPath());
  renameSync(flatPath(), `${outPath()}.reinstate-partial`);
  writeFileSync(journalPath(), journal(inode));
  expect(runEngine(words('VMDK_FLAT', 1))).toMatchObject(nothing);
  expectRightDisk('VMDK_FLAT');
});

const flatPath = (): string => join(disk.folder, 'out-flat.vmdk');

function crc32c(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0x82f63b78 : crc >>> 1;
  }
  return ~crc >>> 0;
}

/** Restores a flat VMDK and gives journals, by docs/formats.md, that call the file with an inode whole. */
function finishedJournal(): (inode: number) => Buffer {
  expect(runEngine(words('VMDK_FLAT', 1))).toMatchObject({ exitCode: 0 });
  return (inode) => {
    const header = Buffer.alloc(4096);
    header.write('RSJOURNL', 0);
    header.writeUInt32LE(2, 8);
    header.writeUInt32LE('operation-1'.length, 12);
    header.writeBigUInt64LE(BigInt(disk.capacityBytes), 16);
    Buffer.from(disk.indexHash, 'hex').copy(header, 24);
    header.write('operation-1', 64);
    header.writeUInt32LE(2, 320);
    header.writeUInt32LE(crc32c(header.subarray(0, 508)), 508);
    header.writeBigUInt64LE(1n, 512);
    header.writeUInt32LE(crc32c(header.subarray(512, 520)), 520);
    const record = Buffer.alloc(24);
    record.write('RSJR', 0);
    record.writeUInt32LE(2, 4);
    record.writeUInt32LE(8, 8);
    record.writeBigUInt64LE(BigInt(inode), 12);
    record.writeUInt32LE(crc32c(record.subarray(0, 20)), 20);
    return Buffer.concat([header, record]);
  };
}
