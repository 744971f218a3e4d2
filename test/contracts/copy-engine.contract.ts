// Goal: hold every implementation of the copy engine port to its promises and error codes.
// Method: real image files in a folder of their own, restored and compared by SHA-256 of the whole file.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { existsSync, mkdirSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  CaptureDiskResult,
  CopyEngine,
  RestoreDiskRequest,
  RestoreDiskResult,
  SourceFormat,
} from '../../src/ports/copy-engine.js';
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

const mebibyte = 1 << 20;

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

function capture(
  engine: CopyEngine,
  relativePath: string,
  capacityBytes: number,
  sourceFormat: SourceFormat = 'RAW',
): Promise<CaptureDiskResult> {
  const source = { rootPath: folder, relativePath };
  return engine.captureDisk({ repositoryPath, source, sourceFormat, capacityBytes }, recordingControl());
}

function restoreRequest(captured: CaptureDiskResult, relativePath: string): RestoreDiskRequest {
  return {
    repositoryPath,
    indexHash: captured.indexHash,
    capacityBytes: captured.capacityBytes,
    target: { rootPath: folder, relativePath },
    targetFormat: 'RAW_SPARSE',
    operationId: 'operation-1',
    fencingToken: 7,
  };
}

function restore(
  engine: CopyEngine,
  captured: CaptureDiskResult,
  relativePath: string,
  changes: Partial<RestoreDiskRequest> = {},
): Promise<RestoreDiskResult> {
  return engine.restoreDisk({ ...restoreRequest(captured, relativePath), ...changes }, recordingControl());
}

function roundTrips(engine: () => CopyEngine): void {
  const run = (offsetBytes: number, bytes: Buffer): DataRun => ({ offsetBytes, bytes });
  const far = [512 * mebibyte - 512, 3072 * mebibyte - 512] as const;
  const spread = [run(0, seededBytes(4, 4096)), run(far[0], Buffer.alloc(1024, 'x')), run(far[1], seededBytes(5, 512))];
  test.each<[string, number, number, DataRun[]]>([
    ['512 bytes', 512, 512, [run(0, seededBytes(1, 512))]],
    ['one chunk and a sector', mebibyte + 512, mebibyte + 512, [run(0, seededBytes(2, mebibyte + 512))]],
    ['nothing but zeros', 5 * mebibyte, 0, []],
    ['a ragged last block', 2 * mebibyte + 4608, 4096, [run(2 * mebibyte + 4096, seededBytes(3, 512))]],
    ['3 GiB, sparse, over several leaf pages', 3072 * mebibyte, 4 * 4096, spread],
  ])('what was captured comes back byte for byte: %s', async (_name, capacityBytes, dataBytes, runs) => {
    writeImage(join(folder, 'disk.raw'), capacityBytes, runs);
    const captured = await capture(engine(), 'disk.raw', capacityBytes);
    const restored = await restore(engine(), captured, 'out/restored.raw');
    const again = await restore(engine(), captured, 'out/restored.raw');
    // A last block that the end of the disk cuts short is no whole block of data.
    expect([captured.dataBytes, again.resumedBytes]).toEqual([dataBytes, dataBytes]);
    expect([restored.resumedBytes, again.writtenBytes]).toEqual([0, 0]);
    expect(statSync(join(folder, 'out/restored.raw')).size).toBe(capacityBytes);
    if (capacityBytes > 1024 * mebibyte) {
      expect(haveSameBytes(join(folder, 'out/restored.raw'), join(folder, 'disk.raw'))).toBe(true);
    } else {
      expect(fileHash(join(folder, 'out/restored.raw'))).toBe(fileHash(join(folder, 'disk.raw')));
    }
    expect(existsSync(join(folder, 'out/restored.raw.reinstate-partial'))).toBe(false);
    expect(existsSync(join(folder, 'out/restored.raw.reinstate-journal'))).toBe(false);
  });
}

function economy(engine: () => CopyEngine): void {
  test('holes stay holes, also inside a chunk', async () => {
    const runs = [0, 1, 2, 3].map((at) => ({ offsetBytes: at * mebibyte + 65536, bytes: seededBytes(at, 4096) }));
    writeImage(join(folder, 'disk.raw'), 64 * mebibyte, runs);
    const captured = await capture(engine(), 'disk.raw', 64 * mebibyte);
    expect(captured).toMatchObject({ dataBytes: 4 * 4096, chunkCount: 4, newChunkCount: 4 });
    const restored = await restore(engine(), captured, 'restored.raw');
    expect(restored).toEqual({ capacityBytes: 64 * mebibyte, writtenBytes: 4 * 4096, resumedBytes: 0 });
    expect(statSync(join(folder, 'restored.raw')).blocks * 512).toBe(4 * 4096);
  });

  test('written zeros count as holes', async () => {
    writeImage(join(folder, 'disk.raw'), 4 * mebibyte, [{ offsetBytes: 0, bytes: Buffer.alloc(4 * mebibyte) }]);
    const captured = await capture(engine(), 'disk.raw', 4 * mebibyte);
    expect(captured).toMatchObject({ dataBytes: 0, chunkCount: 0 });
  });

  test('a second capture of the same disk adds nothing', async () => {
    writeImage(join(folder, 'disk.raw'), 8 * mebibyte, [{ offsetBytes: 0, bytes: seededBytes(6, 8 * mebibyte) }]);
    const first = await capture(engine(), 'disk.raw', 8 * mebibyte);
    const second = await capture(engine(), 'disk.raw', 8 * mebibyte);
    expect(second).toEqual({ ...first, newChunkCount: 0, newStoredBytes: 0 });
  });

  test('a changed block adds one chunk and one index', async () => {
    const bytes = seededBytes(7, 8 * mebibyte);
    writeImage(join(folder, 'disk.raw'), 8 * mebibyte, [{ offsetBytes: 0, bytes }]);
    const first = await capture(engine(), 'disk.raw', 8 * mebibyte);
    bytes[5 * mebibyte] = bytes[5 * mebibyte] === 1 ? 2 : 1;
    writeImage(join(folder, 'disk.raw'), 8 * mebibyte, [{ offsetBytes: 0, bytes }]);
    const second = await capture(engine(), 'disk.raw', 8 * mebibyte);
    expect(second.indexHash).not.toBe(first.indexHash);
    expect(second).toMatchObject({ chunkCount: 8, newChunkCount: 1 });
  });

  test('verification of a sound disk finds no damage', async () => {
    writeImage(join(folder, 'disk.raw'), 3 * mebibyte, [{ offsetBytes: mebibyte, bytes: seededBytes(8, mebibyte) }]);
    const { indexHash, capacityBytes } = await capture(engine(), 'disk.raw', 3 * mebibyte);
    const verified = await engine().verifyDisk({ repositoryPath, indexHash, capacityBytes }, recordingControl());
    expect(verified).toEqual({ chunkCount: 1, dataBytes: mebibyte, damagedChunkCount: 0, damaged: [] });
  });
}

function vmdkSources(engine: () => CopyEngine): void {
  const descriptor = (extents: string, settings = 'createType="monolithicFlat"\nparentCID=ffffffff'): string =>
    `# Disk DescriptorFile\nversion=1\nCID=fffffffe\n${settings}\n\n# Extent description\n${extents}\n\n` +
    'ddb.adapterType = "lsilogic"\n';

  test('a flat VMDK with several extents, an offset and a ZERO extent is one disk', async () => {
    mkdirSync(join(folder, 'vm'));
    const bytes = seededBytes(9, 3 * mebibyte);
    writeFileSync(join(folder, 'vm/disk-f001.vmdk'), bytes.subarray(0, mebibyte + 512));
    writeFileSync(
      join(folder, 'vm/disk-f002.vmdk'),
      Buffer.concat([Buffer.alloc(1024, 'x'), bytes.subarray(mebibyte + 512)]),
    );
    const extents = 'RW 2049 FLAT "disk-f001.vmdk" 0\nRW 7 ZERO\nRW 4095 FLAT "disk-f002.vmdk" 2';
    writeFileSync(join(folder, 'vm/disk.vmdk'), descriptor(extents));
    const capacityBytes = 3 * mebibyte + 7 * 512;
    const captured = await capture(engine(), 'vm/disk.vmdk', capacityBytes, 'VMDK_FLAT');
    await restore(engine(), captured, 'restored.raw');
    writeFileSync(
      join(folder, 'expected.raw'),
      Buffer.concat([bytes.subarray(0, mebibyte + 512), Buffer.alloc(7 * 512), bytes.subarray(mebibyte + 512)]),
    );
    expect(fileHash(join(folder, 'restored.raw'))).toBe(fileHash(join(folder, 'expected.raw')));
  });

  const flat = 'RW 2048 FLAT "flat.vmdk" 0';
  const invalid = 'VMDK_DESCRIPTOR_INVALID';
  const unsupported = 'UNSUPPORTED_SOURCE_FORMAT';
  test.each([
    ['an extent above its folder', descriptor('RW 2048 FLAT "../flat.vmdk" 0'), 'permanent', invalid],
    ['an absolute extent', descriptor('RW 2048 FLAT "/etc/passwd" 0'), 'permanent', invalid],
    ['an extent that is a symbolic link', descriptor('RW 2048 FLAT "link.vmdk" 0'), 'denied', 'PATH_OUTSIDE_LOCATION'],
    ['an extent that is missing', descriptor('RW 2048 FLAT "gone.vmdk" 0'), 'not-found', 'SOURCE_NOT_FOUND'],
    ['an extent shorter than stated', descriptor('RW 2049 FLAT "flat.vmdk" 0'), 'permanent', 'SOURCE_TOO_SHORT'],
    ['extents smaller than the disk', descriptor('RW 1024 FLAT "flat.vmdk" 0'), 'permanent', 'SOURCE_TOO_SHORT'],
    [
      'extents whose sum wraps at 2^64 bytes',
      descriptor(`${'RW 17592186044416 ZERO\n'.repeat(2048)}RW 2048 FLAT "flat.vmdk" 0`),
      'permanent',
      'SOURCE_TOO_LONG',
    ],
    ['a sparse extent', descriptor('RW 2048 SPARSE "flat.vmdk"'), 'permanent', unsupported],
    ['a sparse type', descriptor(flat, 'createType="streamOptimized"'), 'permanent', unsupported],
    ['a delta disk', descriptor(flat, 'createType="vmfs"\nparentCID=12345678'), 'permanent', unsupported],
    ['a sparse VMDK file', 'KDMV\u0001\0\0\0', 'permanent', unsupported],
    ['no type', descriptor(flat, 'CID=1'), 'permanent', invalid],
    ['no extent', descriptor(''), 'permanent', invalid],
    ['an unreadable size', descriptor('RW many FLAT "flat.vmdk" 0'), 'permanent', invalid],
    ['no descriptor at all', 'hello', 'permanent', invalid],
    ['an extent given as descriptor', 'x'.repeat(70_000), 'permanent', invalid],
  ])('VMDK with %s is refused', async (_name, text, kind, code) => {
    mkdirSync(join(folder, 'vm'));
    writeFileSync(join(folder, 'flat.vmdk'), seededBytes(1, mebibyte));
    writeFileSync(join(folder, 'vm/flat.vmdk'), seededBytes(1, mebibyte));
    symlinkSync('../flat.vmdk', join(folder, 'vm/link.vmdk'));
    writeFileSync(join(folder, 'vm/disk.vmdk'), text);
    expect(await refusal(capture(engine(), 'vm/disk.vmdk', mebibyte, 'VMDK_FLAT'))).toEqual({ kind, code });
  });
}

function sourceRefusals(engine: () => CopyEngine): void {
  beforeEach(() => {
    writeImage(join(folder, 'disk.raw'), mebibyte, [{ offsetBytes: 0, bytes: seededBytes(1, 4096) }]);
  });

  test.each([
    ['shorter than its capacity', mebibyte - 512, mebibyte, 'SOURCE_TOO_SHORT'],
    ['longer than its capacity', mebibyte + 512, mebibyte, 'SOURCE_TOO_LONG'],
    ['not whole sectors', mebibyte + 100, mebibyte, 'SOURCE_NOT_SECTOR_ALIGNED'],
    ['a capacity of no whole sectors', mebibyte, 1000, 'SOURCE_NOT_SECTOR_ALIGNED'],
    ['a capacity of nothing', mebibyte, 0, 'SOURCE_NOT_SECTOR_ALIGNED'],
  ])('an image %s is refused', async (_name, lengthBytes, capacityBytes, code) => {
    truncateSync(join(folder, 'disk.raw'), lengthBytes);
    expect(await refusal(capture(engine(), 'disk.raw', capacityBytes))).toEqual({ kind: 'permanent', code });
    expect(existsSync(repositoryPath)).toBe(false);
  });

  test('a source that is missing, a folder, or reached over a symbolic link is refused', async () => {
    mkdirSync(join(folder, 'real'));
    symlinkSync('disk.raw', join(folder, 'link.raw'));
    symlinkSync('.', join(folder, 'loop'));
    const missing = { kind: 'not-found', code: 'SOURCE_NOT_FOUND' };
    const outside = { kind: 'denied', code: 'PATH_OUTSIDE_LOCATION' };
    expect(await refusal(capture(engine(), 'gone.raw', mebibyte))).toEqual(missing);
    expect(await refusal(capture(engine(), 'disk.raw/deeper', mebibyte))).toEqual(missing);
    expect(await refusal(capture(engine(), 'real', mebibyte))).toEqual({
      kind: 'permanent',
      code: 'UNSUPPORTED_SOURCE_FORMAT',
    });
    for (const path of [
      'link.raw',
      'loop/disk.raw',
      '../disk.raw',
      'real/../disk.raw',
      '/etc/passwd',
      '',
      './disk.raw',
    ]) {
      expect({ path, ...(await refusal(capture(engine(), path, mebibyte))) }).toEqual({ path, ...outside });
    }
  });
}

function targetRefusals(engine: () => CopyEngine): void {
  let captured: CaptureDiskResult;
  beforeEach(async () => {
    writeImage(join(folder, 'disk.raw'), 2 * mebibyte, [{ offsetBytes: 0, bytes: seededBytes(1, 8192) }]);
    captured = await capture(engine(), 'disk.raw', 2 * mebibyte);
  });

  test('a path that leaves its location or passes a symbolic link is refused', async () => {
    mkdirSync(join(folder, 'real'));
    symlinkSync('real', join(folder, 'linked'));
    symlinkSync('elsewhere.raw', join(folder, 'link.raw'));
    const outside = { kind: 'denied', code: 'PATH_OUTSIDE_LOCATION' };
    for (const path of [
      'linked/out.raw',
      'link.raw',
      '../out.raw',
      'real/../out.raw',
      '/tmp/out.raw',
      'real//out.raw',
    ]) {
      expect({ path, ...(await refusal(restore(engine(), captured, path))) }).toEqual({ path, ...outside });
    }
    expect(existsSync(join(folder, 'real/out.raw'))).toBe(false);
    expect(existsSync(join(folder, 'elsewhere.raw'))).toBe(false);
  });

  test('a target that exists is never replaced', async () => {
    writeFileSync(join(folder, 'out.raw'), 'precious');
    const expected = { kind: 'conflict', code: 'TARGET_EXISTS' };
    expect(await refusal(restore(engine(), captured, 'out.raw'))).toEqual(expected);
    expect(statSync(join(folder, 'out.raw')).size).toBe(8);
    expect(existsSync(join(folder, 'out.raw.reinstate-journal'))).toBe(false);
  });

  test('a target below a file is refused as not writable', async () => {
    const expected = { kind: 'not-found', code: 'TARGET_NOT_WRITABLE' };
    expect(await refusal(restore(engine(), captured, 'disk.raw/out.raw'))).toEqual(expected);
  });

  test('the same operation again succeeds and writes nothing; another one finds the target taken', async () => {
    await restore(engine(), captured, 'out.raw');
    const again = await restore(engine(), captured, 'out.raw', { fencingToken: 8 });
    expect(again).toEqual({ capacityBytes: 2 * mebibyte, writtenBytes: 0, resumedBytes: 8192 });
    expect(await refusal(restore(engine(), captured, 'out.raw', { operationId: 'operation-2' }))).toEqual({
      kind: 'conflict',
      code: 'TARGET_EXISTS',
    });
  });

  test('repository and index that are not there are named', async () => {
    const { capacityBytes } = captured;
    const other = 'ab'.repeat(32);
    expect(await refusal(restore(engine(), captured, 'out.raw', { repositoryPath: join(folder, 'none') }))).toEqual({
      kind: 'not-found',
      code: 'REPOSITORY_NOT_FOUND',
    });
    for (const indexHash of [other, 'xyz', '../../etc/passwd']) {
      const expected = { kind: 'permanent', code: 'INDEX_DAMAGED' };
      expect(await refusal(restore(engine(), captured, 'out.raw', { indexHash }))).toEqual(expected);
      const request = { repositoryPath, indexHash, capacityBytes };
      expect(await refusal(engine().verifyDisk(request, recordingControl()))).toEqual(expected);
    }
    expect(await refusal(restore(engine(), captured, 'out.raw', { capacityBytes: capacityBytes + 512 }))).toEqual({
      kind: 'permanent',
      code: 'INDEX_DAMAGED',
    });
    expect(existsSync(join(folder, 'out.raw'))).toBe(false);
  });
}

function controls(engine: () => CopyEngine): void {
  test('progress never goes back, ends at the capacity, and stops with the call', async () => {
    const capacityBytes = 96 * mebibyte;
    writeImage(join(folder, 'disk.raw'), capacityBytes, [{ offsetBytes: 0, bytes: seededBytes(3, 64 * mebibyte) }]);
    const captured = await capture(engine(), 'disk.raw', capacityBytes);
    const control = recordingControl();
    await engine().restoreDisk(restoreRequest(captured, 'out.raw'), control);
    const count = control.seen.length;
    const done = control.seen.map((progress) => progress.doneBytes);
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(control.seen.at(-1)).toEqual({ doneBytes: capacityBytes, totalBytes: capacityBytes });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(control.seen.length).toBe(count);
  });

  test('a progress function that throws ends the call with its error', async () => {
    writeImage(join(folder, 'disk.raw'), mebibyte, [{ offsetBytes: 0, bytes: seededBytes(3, 4096) }]);
    const source = { rootPath: folder, relativePath: 'disk.raw' };
    const control = {
      ...recordingControl(),
      onProgress: () => {
        throw new Error('not today');
      },
    };
    const request = { repositoryPath, source, sourceFormat: 'RAW' as const, capacityBytes: mebibyte };
    await expect(engine().captureDisk(request, control)).rejects.toThrow('not today');
  });

  test('an abort stops every kind of call, and the restore resumes afterwards', async () => {
    const capacityBytes = 256 * mebibyte;
    const bytes = seededBytes(4, 64 * mebibyte);
    const runs = [0, 1, 2, 3].map((at) => ({
      offsetBytes: at * 64 * mebibyte + at * 4096,
      bytes: bytes.subarray(at * 4096),
    }));
    writeImage(join(folder, 'disk.raw'), capacityBytes, runs);
    const captured = await capture(engine(), 'disk.raw', capacityBytes);
    const { indexHash } = captured;
    const source = { rootPath: folder, relativePath: 'disk.raw' };
    const otherRepository = join(folder, 'other');
    const request = restoreRequest(captured, 'out.raw');
    const calls = [
      (control: ReturnType<typeof recordingControl>) => engine().restoreDisk(request, control),
      (control: ReturnType<typeof recordingControl>) =>
        engine().verifyDisk({ repositoryPath, indexHash, capacityBytes }, control),
      (control: ReturnType<typeof recordingControl>) =>
        engine().captureDisk({ repositoryPath: otherRepository, source, sourceFormat: 'RAW', capacityBytes }, control),
    ];
    for (const call of calls) {
      const control = recordingControl();
      const running = call(control);
      control.abort();
      expect(await refusal(running)).toEqual({ kind: 'aborted', code: 'ABORTED' });
      expect(await refusal(call(control))).toEqual({ kind: 'aborted', code: 'ABORTED' });
    }
    expect(existsSync(join(folder, 'out.raw'))).toBe(false);
    await restore(engine(), captured, 'out.raw', { fencingToken: 8 });
    expect(fileHash(join(folder, 'out.raw'))).toBe(fileHash(join(folder, 'disk.raw')));
  });
}

/** Runs the whole contract on the engine that `makeEngine` gives. */
export function describeCopyEngine(name: string, makeEngine: () => CopyEngine): void {
  describe(`copy engine contract: ${name}`, () => {
    beforeEach(() => {
      folder = makeFolder();
      repositoryPath = join(folder, 'repository');
    });
    afterEach(() => removeFolder(folder));
    describe('round trips', () => roundTrips(makeEngine));
    describe('holes and duplicates', () => economy(makeEngine));
    describe('VMDK sources', () => vmdkSources(makeEngine));
    describe('sources refused', () => sourceRefusals(makeEngine));
    describe('targets refused', () => targetRefusals(makeEngine));
    describe('progress and abort', () => controls(makeEngine));
  });
}
