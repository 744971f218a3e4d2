// Goal: a disk restored in any target format is the disk that was captured, for readers of other makers too.
// Method: odd disks restored in each format; qemu-img and 7-Zip judge the VMDKs, the raw ones are compared by SHA-256.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync, readdirSync, renameSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  CaptureDiskResult,
  CopyEngine,
  RestoreDiskRequest,
  RestoreDiskResult,
  TargetFormat,
} from '../../src/ports/copy-engine.js';
import { TARGET_FORMATS } from '../../src/domain/target-formats.js';
import type { DataRun } from '../native/disk-images.js';
import {
  fileHash,
  haveSameBytes,
  makeFolder,
  recordingControl,
  removeFolder,
  seededBytes,
  writeImage,
} from '../native/disk-images.js';
import { complaintsOfQemu, hashBySevenZip, readByQemu } from '../native/vmdk-judges.js';

const mebibyte = 1 << 20;
const gibibyte = 1024 * mebibyte;
const createTypes = {
  VMDK_FLAT: 'monolithicFlat',
  VMDK_SPARSE: 'monolithicSparse',
  VMDK_STREAM_OPTIMIZED: 'streamOptimized',
  QCOW2: 'qcow2',
} as const;
const vmdkFormats = ['VMDK_FLAT', 'VMDK_SPARSE', 'VMDK_STREAM_OPTIMIZED'] as const;
const imageFormats = [...vmdkFormats, 'QCOW2'] as const;

let folder = '';
let repositoryPath = '';

async function refusal(promise: Promise<unknown>): Promise<{ kind: string; code: string }> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  const { kind, code } = error as { kind: string; code: string };
  return { kind, code };
}

function captureRaw(engine: CopyEngine, capacityBytes: number, runs: readonly DataRun[]): Promise<CaptureDiskResult> {
  writeImage(join(folder, 'disk.raw'), capacityBytes, runs);
  const source = { rootPath: folder, relativePath: 'disk.raw' };
  return engine.captureDisk({ repositoryPath, source, sourceFormat: 'RAW', capacityBytes }, recordingControl());
}

function restore(
  engine: CopyEngine,
  { indexHash, capacityBytes }: CaptureDiskResult,
  relativePath: string,
  targetFormat: TargetFormat,
  changes: Partial<RestoreDiskRequest> = {},
): Promise<RestoreDiskResult> {
  const target = { rootPath: folder, relativePath };
  const request = { repositoryPath, indexHash, capacityBytes, target, targetFormat };
  return engine.restoreDisk(
    { ...request, operationId: 'operation-1', fencingToken: 7, ...changes },
    recordingControl(),
  );
}

const scattered: DataRun[] = [];
for (let at = 0; at < 70; at++) {
  scattered.push({ offsetBytes: at * mebibyte + (at % 16) * 65536, bytes: seededBytes(at, 4096 * (1 + (at % 5))) });
}

const disks: { name: string; capacityBytes: number; runs: DataRun[] }[] = [
  { name: '512 bytes', capacityBytes: 512, runs: [{ offsetBytes: 0, bytes: seededBytes(1, 512) }] },
  { name: 'nothing but zeros', capacityBytes: 5 * mebibyte, runs: [] },
  { name: 'half-empty grains over three tables', capacityBytes: 70 * mebibyte, runs: scattered },
  {
    name: 'compressible and incompressible, a ragged last grain',
    capacityBytes: 3 * mebibyte + 66048,
    runs: [
      { offsetBytes: 0, bytes: Buffer.alloc(mebibyte, 'a disk compresses well ') },
      { offsetBytes: 2 * mebibyte - 512, bytes: seededBytes(2, mebibyte + 66560) },
    ],
  },
  {
    name: '3 GiB, sparse',
    capacityBytes: 3 * gibibyte,
    runs: [
      { offsetBytes: 0, bytes: seededBytes(4, 4096) },
      { offsetBytes: 2 * gibibyte - 512, bytes: Buffer.alloc(1024, 'border') },
      { offsetBytes: 3 * gibibyte - 512, bytes: seededBytes(5, 512) },
    ],
  },
];

function roundTrips(engine: () => CopyEngine): void {
  for (const format of imageFormats) {
    test.each(disks)(`${format} holds the disk, say other readers: $name`, async ({ capacityBytes, runs }) => {
      const captured = await captureRaw(engine(), capacityBytes, runs);
      await restore(engine(), captured, 'disk.vmdk', format);
      const path = join(folder, 'disk.vmdk');
      expect(complaintsOfQemu(path, join(folder, 'disk.raw'), createTypes[format])).toEqual([]);
      const leftovers = readdirSync(folder).filter((name) => name.includes('.reinstate-'));
      expect(leftovers).toEqual([]);
      if (format === 'VMDK_FLAT' || capacityBytes > gibibyte) return;
      expect([fileHash(join(folder, 'disk.raw')), undefined]).toContain(
        hashBySevenZip(path, format === 'QCOW2' ? 'qcow' : 'vmdk'),
      );
    });
  }

  test.each(disks.slice(0, 4))('RAW_THICK is allocated to the last block: $name', async ({ capacityBytes, runs }) => {
    const captured = await captureRaw(engine(), capacityBytes, runs);
    await restore(engine(), captured, 'thick.raw', 'RAW_THICK');
    expect(fileHash(join(folder, 'thick.raw'))).toBe(fileHash(join(folder, 'disk.raw')));
    expect(statSync(join(folder, 'thick.raw')).blocks * 512).toBeGreaterThanOrEqual(capacityBytes);
  });

  test('a flat VMDK of the engine is captured again to the same index', async () => {
    const captured = await captureRaw(engine(), 70 * mebibyte, scattered);
    await restore(engine(), captured, 'vm/disk.vmdk', 'VMDK_FLAT');
    const source = { rootPath: folder, relativePath: 'vm/disk.vmdk' };
    const { capacityBytes, indexHash } = captured;
    const again = await engine().captureDisk(
      { repositoryPath, source, sourceFormat: 'VMDK_FLAT', capacityBytes },
      recordingControl(),
    );
    expect(again).toMatchObject({ indexHash, newChunkCount: 0 });
    expect(haveSameBytes(join(folder, 'vm/disk-flat.vmdk'), join(folder, 'disk.raw'))).toBe(true);
  });
}

function economy(engine: () => CopyEngine): void {
  test('a sparse VMDK takes whole grains and no more, and holes inside them stay holes', async () => {
    const runs = [0, 1, 2, 3].map((at) => ({ offsetBytes: at * 4 * mebibyte + 8192, bytes: seededBytes(at, 4096) }));
    const captured = await captureRaw(engine(), 64 * mebibyte, runs);
    const result = await restore(engine(), captured, 'disk.vmdk', 'VMDK_SPARSE');
    expect(result).toEqual({ capacityBytes: 64 * mebibyte, writtenBytes: 4 * 4096, resumedBytes: 0 });
    const { size, blocks } = statSync(join(folder, 'disk.vmdk'));
    expect(size).toBe(65536 + 4 * 65536);
    expect(blocks * 512).toBeLessThanOrEqual(4 * 4096 + 32768);
  });

  test('a qcow2 takes header, tables, counts and whole clusters, no more; holes inside clusters stay', async () => {
    const runs = [0, 1, 2, 3].map((at) => ({ offsetBytes: at * 4 * mebibyte + 8192, bytes: seededBytes(at, 4096) }));
    const captured = await captureRaw(engine(), 64 * mebibyte, runs);
    const result = await restore(engine(), captured, 'disk.qcow2', 'QCOW2');
    expect(result).toEqual({ capacityBytes: 64 * mebibyte, writtenBytes: 4 * 4096, resumedBytes: 0 });
    const { size, blocks } = statSync(join(folder, 'disk.qcow2'));
    expect(size).toBe((5 + 4) * 65536);
    expect(blocks * 512).toBeLessThanOrEqual(4 * 4096 + 3 * 4096 + 2 * 65536);
  });

  test('4 TiB with three blocks of data fit into a sparse and a stream-optimised VMDK and into a qcow2', async () => {
    const capacityBytes = 4096 * gibibyte;
    const runs = [0, 2048 * gibibyte - 4096, capacityBytes - 4096].map((offsetBytes, at) => ({
      offsetBytes,
      bytes: seededBytes(at, 4096),
    }));
    const captured = await captureRaw(engine(), capacityBytes, runs);
    for (const format of ['VMDK_SPARSE', 'VMDK_STREAM_OPTIMIZED', 'QCOW2'] as const) {
      const path = join(folder, `${format}.vmdk`);
      await restore(engine(), captured, `${format}.vmdk`, format);
      expect(complaintsOfQemu(path, undefined, createTypes[format])).toEqual([]);
      for (const { offsetBytes, bytes } of runs) {
        const read = readByQemu(path, offsetBytes, 4096, format === 'QCOW2' ? 'qcow2' : 'vmdk') ?? bytes;
        expect({ offsetBytes, same: read.equals(bytes) }).toEqual({ offsetBytes, same: true });
      }
      expect(statSync(path).blocks * 512).toBeLessThan(4 * mebibyte);
    }
  });

  test('the same disk under the same name is the same file, descriptor included', async () => {
    const captured = await captureRaw(engine(), 5 * mebibyte, scattered.slice(0, 4));
    for (const format of vmdkFormats) {
      await restore(engine(), captured, `one/${format}.vmdk`, format, { operationId: 'operation-1' });
      await restore(engine(), captured, `two/${format}.vmdk`, format, { operationId: 'operation-2' });
    }
    expect(fileHash(join(folder, 'two/VMDK_STREAM_OPTIMIZED.vmdk'))).toBe(
      fileHash(join(folder, 'one/VMDK_STREAM_OPTIMIZED.vmdk')),
    );
    const descriptor = readFileSync(join(folder, 'one/VMDK_FLAT.vmdk'), 'utf8');
    expect(readFileSync(join(folder, 'two/VMDK_FLAT.vmdk'), 'utf8')).toBe(descriptor);
    expect(descriptor).toMatch(/^CID=(?!ffffffff)[0-9a-f]{8}$/m);
    expect(descriptor).toMatch(/^RW 10240 FLAT "VMDK_FLAT-flat.vmdk" 0$/m);
    expect(descriptor).toMatch(/^ddb.adapterType = "lsilogic"$/m);
    expect(descriptor).toMatch(/^ddb.geometry.cylinders = "5"$/m);
  });
}

function owners(engine: () => CopyEngine): void {
  test('whose a disk is, its mark says in every format', async () => {
    const captured = await captureRaw(engine(), 2 * mebibyte, scattered.slice(0, 1));
    const { indexHash, capacityBytes } = captured;
    for (const targetFormat of TARGET_FORMATS) {
      const relativePath = `${targetFormat}.disk`;
      const target = { rootPath: folder, relativePath };
      const ask = (operationId: string) =>
        engine().whoseTarget({
          repositoryPath,
          indexHash,
          capacityBytes,
          target,
          targetFormat,
          operationId,
          fencingToken: 0,
        });
      const before = await ask('operation-1');
      await restore(engine(), captured, relativePath, targetFormat);
      const after = [await ask('operation-1'), await ask('operation-2')];
      writeFileSync(join(folder, relativePath), Buffer.alloc(2 * mebibyte, 'theirs'));
      const replaced = await ask('operation-1');
      expect({ targetFormat, before, after, replaced }).toEqual({
        targetFormat,
        before: 'ABSENT',
        // Written over in place it keeps its mark; raw files of the same length cannot be told from ours by it.
        after: ['OURS', 'FOREIGN'],
        replaced: targetFormat.startsWith('RAW') ? 'OURS' : 'FOREIGN',
      });
    }
  });

  test('a flat VMDK is ours as a whole or by the half that is left; a foreign half makes it foreign', async () => {
    const captured = await captureRaw(engine(), 2 * mebibyte, scattered.slice(0, 1));
    const { indexHash, capacityBytes } = captured;
    const target = { rootPath: folder, relativePath: 'disk.vmdk' };
    const request = { repositoryPath, indexHash, capacityBytes, target, targetFormat: 'VMDK_FLAT' as const };
    const ask = () => engine().whoseTarget({ ...request, operationId: 'operation-1', fencingToken: 0 });
    await restore(engine(), captured, 'disk.vmdk', 'VMDK_FLAT');
    renameSync(join(folder, 'disk.vmdk'), join(folder, 'kept.vmdk'));
    expect(await ask()).toBe('OURS');
    writeFileSync(join(folder, 'disk.vmdk'), 'theirs');
    expect(await ask()).toBe('FOREIGN');
    renameSync(join(folder, 'kept.vmdk'), join(folder, 'disk.vmdk'));
    renameSync(join(folder, 'disk-flat.vmdk'), join(folder, 'kept-flat.vmdk'));
    expect(await ask()).toBe('FOREIGN');
    writeFileSync(join(folder, 'disk-flat.vmdk'), Buffer.alloc(2 * mebibyte, 'theirs'));
    expect(await ask()).toBe('FOREIGN');
  });

  test('a descriptor that somebody made meanwhile stays, and no extent is left beside it', async () => {
    const captured = await captureRaw(engine(), 48 * mebibyte, [{ offsetBytes: 0, bytes: seededBytes(9, 40 << 20) }]);
    const theirs = join(folder, 'disk.vmdk');
    const meddler = setInterval(() => {
      if (existsSync(`${theirs}.reinstate-partial`)) writeFileSync(theirs, 'precious');
    }, 1);
    const restored = await refusal(restore(engine(), captured, 'disk.vmdk', 'VMDK_FLAT'));
    clearInterval(meddler);
    expect(restored).toEqual({ kind: 'conflict', code: 'TARGET_EXISTS' });
    expect(readFileSync(theirs, 'utf8')).toBe('precious');
    expect(existsSync(join(folder, 'disk-flat.vmdk'))).toBe(false);
  });
}

function refusals(engine: () => CopyEngine): void {
  test('the same operation again succeeds and writes nothing, in every format', async () => {
    const captured = await captureRaw(engine(), 2 * mebibyte, scattered.slice(0, 1));
    for (const format of [...imageFormats, 'RAW_THICK'] as const) {
      await restore(engine(), captured, `${format}.disk`, format);
      const again = await restore(engine(), captured, `${format}.disk`, format, { fencingToken: 8 });
      expect(again).toEqual({ capacityBytes: 2 * mebibyte, writtenBytes: 0, resumedBytes: 4096 });
      const other: TargetFormat = format === 'RAW_THICK' ? 'RAW_SPARSE' : 'RAW_THICK';
      const exists = { kind: 'conflict', code: 'TARGET_EXISTS' };
      expect(await refusal(restore(engine(), captured, `${format}.disk`, other))).toEqual(exists);
    }
  });

  test('an extent that exists is never replaced', async () => {
    const captured = await captureRaw(engine(), 2 * mebibyte, scattered.slice(0, 1));
    writeFileSync(join(folder, 'disk-flat.vmdk'), 'precious');
    expect(await refusal(restore(engine(), captured, 'disk.vmdk', 'VMDK_FLAT'))).toEqual({
      kind: 'conflict',
      code: 'TARGET_EXISTS',
    });
    expect(readFileSync(join(folder, 'disk-flat.vmdk'), 'utf8')).toBe('precious');
    expect(existsSync(join(folder, 'disk.vmdk'))).toBe(false);
  });

  test('a name or a size that a VMDK cannot hold is refused before anything is written', async () => {
    const captured = await captureRaw(engine(), 2 * mebibyte, scattered.slice(0, 1));
    const unsuitable = { kind: 'permanent', code: 'TARGET_FORMAT_UNSUITABLE' };
    for (const name of ['a"b.vmdk', 'a\nb.vmdk', `${'n'.repeat(241)}.vmdk`]) {
      expect(await refusal(restore(engine(), captured, name, 'VMDK_SPARSE'))).toEqual(unsuitable);
    }
    truncateSync(join(folder, 'disk.raw'), 0);
    const huge = await captureRaw(engine(), 65 * 1024 * gibibyte, []).catch(() => undefined);
    // A file system with smaller files cannot hold such an image; then there is nothing to refuse.
    if (huge === undefined) return;
    for (const format of imageFormats) {
      expect(await refusal(restore(engine(), huge, 'huge.vmdk', format))).toEqual(unsuitable);
    }
    expect(readdirSync(folder).sort()).toEqual(['disk.raw', 'repository']);
  });

  test('a format that nobody knows is a fault of the caller', async () => {
    const captured = await captureRaw(engine(), mebibyte, []);
    const fault = restore(engine(), captured, 'disk.x', 'QCOW9' as TargetFormat);
    await expect(fault).rejects.toMatchObject({ name: 'TypeError' });
  });
}

/** Runs the contract of the target formats on the engine that `makeEngine` gives. */
export function describeCopyEngineTargets(name: string, makeEngine: () => CopyEngine): void {
  describe(`copy engine targets: ${name}`, () => {
    beforeEach(() => {
      folder = makeFolder();
      repositoryPath = join(folder, 'repository');
    });
    afterEach(() => removeFolder(folder));
    describe('formats', () => roundTrips(makeEngine));
    describe('size', () => economy(makeEngine));
    describe('refused', () => refusals(makeEngine));
    describe('owners', () => owners(makeEngine));
  });
}
