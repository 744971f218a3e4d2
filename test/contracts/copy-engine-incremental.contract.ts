// Goal: an incremental capture gives the index of a full one, reads only what changed, and refuses the impossible.
// Method: disks changed at random places (seeds printed), captured by extents in odd orders and in full.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { closeSync, existsSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { ChangedExtent } from '../../src/domain/changed-extents.js';
import type { CaptureDiskResult, CopyEngine } from '../../src/ports/copy-engine.js';
import {
  fileHash,
  makeFolder,
  objectPath,
  recordingControl,
  removeFolder,
  seededBytes,
  writeImage,
} from '../native/disk-images.js';

const mebibyte = 1 << 20;
let folder = '';

function capture(
  engine: CopyEngine,
  capacityBytes: number,
  parent?: CaptureDiskResult,
  changedExtents: readonly ChangedExtent[] = [],
  repository = 'repository',
): Promise<CaptureDiskResult> {
  const source = { rootPath: folder, relativePath: 'disk.raw' };
  const incremental =
    parent === undefined ? {} : { incremental: { parentIndexHash: parent.indexHash, changedExtents } };
  const repositoryPath = join(folder, repository);
  return engine.captureDisk(
    { repositoryPath, source, sourceFormat: 'RAW', capacityBytes, ...incremental },
    recordingControl(),
  );
}

async function refusal(promise: Promise<unknown>): Promise<unknown> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  const { kind, code } = error as { kind: string; code: string };
  return { kind, code };
}

function overwrite(offsetBytes: number, bytes: Buffer): ChangedExtent {
  const file = openSync(join(folder, 'disk.raw'), 'r+');
  writeSync(file, bytes, 0, bytes.length, offsetBytes);
  closeSync(file);
  return { offsetBytes, lengthBytes: bytes.length };
}

/** Small generator with a seed, for places and lengths. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function sameIndex(engine: () => CopyEngine): void {
  test.each([11, 12, 13, 14])('random changes, extents shuffled, cut and doubled (seed %i)', async (seed) => {
    const next = numbers(seed);
    const capacityBytes = 40 * mebibyte + 4608;
    writeImage(join(folder, 'disk.raw'), capacityBytes, [
      { offsetBytes: mebibyte, bytes: seededBytes(1, 30 * mebibyte) },
    ]);
    let parent = await capture(engine(), capacityBytes);
    for (let round = 0; round < 3; round++) {
      const extents: ChangedExtent[] = [];
      for (let at = 0; at < 1 + next(8); at++) {
        const lengthBytes = 1 + next(next(2) === 0 ? 100 : 2 * mebibyte);
        const offsetBytes = next(capacityBytes - lengthBytes);
        const bytes = next(3) === 0 ? Buffer.alloc(lengthBytes) : seededBytes(seed + at + round, lengthBytes);
        const extent = overwrite(offsetBytes, bytes);
        const cut = next(lengthBytes + 1);
        extents.unshift({ offsetBytes: offsetBytes + cut, lengthBytes: lengthBytes - cut });
        extents.push({ offsetBytes, lengthBytes: cut }, extent);
      }
      const increment = await capture(engine(), capacityBytes, parent, extents);
      const full = await capture(engine(), capacityBytes, undefined, [], `full-${round}`);
      const { indexHash, dataBytes, chunkCount } = full;
      expect(increment).toMatchObject({ indexHash, capacityBytes, dataBytes, chunkCount });
      parent = increment;
    }
  });

  test('ten thousand tiny extents over leaf pages that stay and leaf pages that change', async () => {
    const capacityBytes = 3000 * mebibyte;
    const runs = [0, 600, 1100, 1700, 2300, 2999].map((at) => ({
      offsetBytes: at * mebibyte,
      bytes: seededBytes(at, 65536),
    }));
    writeImage(join(folder, 'disk.raw'), capacityBytes, runs);
    const parent = await capture(engine(), capacityBytes);
    const extents: ChangedExtent[] = [];
    for (let at = 0; at < 10_000; at++)
      extents.push({ offsetBytes: 1700 * mebibyte + ((at * 7919) % 65536), lengthBytes: 1 });
    extents.push(overwrite(2300 * mebibyte, Buffer.alloc(65536)), overwrite(40 * mebibyte, seededBytes(3, 4096)));
    const increment = await capture(engine(), capacityBytes, parent, extents);
    const full = await capture(engine(), capacityBytes, undefined, [], 'full');
    expect(increment.indexHash).toBe(full.indexHash);
    // Chunks 40, 1700 and 2300, whole; the ten thousand extents lie in one of them.
    expect(increment).toMatchObject({ chunkCount: 6, newChunkCount: 1, readBytes: 3 * mebibyte });
    // Of a sparse image holes are not read.
    expect([parent.readBytes, full.readBytes]).toEqual([6 * mebibyte, 7 * mebibyte]);
  });
}

function points(engine: () => CopyEngine): void {
  test('no change is the parent itself, and adds nothing', async () => {
    writeImage(join(folder, 'disk.raw'), 5 * mebibyte, [{ offsetBytes: 0, bytes: seededBytes(1, mebibyte) }]);
    const parent = await capture(engine(), 5 * mebibyte);
    const nothing = { ...parent, newChunkCount: 0, newStoredBytes: 0, readBytes: 0 };
    expect(await capture(engine(), 5 * mebibyte, parent, [])).toEqual(nothing);
    expect(await capture(engine(), 5 * mebibyte, parent, [{ offsetBytes: 5 * mebibyte, lengthBytes: 0 }])).toEqual(
      nothing,
    );
  });

  test('the increment is a full point: it restores without its parent and verifies', async () => {
    writeImage(join(folder, 'disk.raw'), 8 * mebibyte, [{ offsetBytes: 0, bytes: seededBytes(1, 8 * mebibyte) }]);
    const parent = await capture(engine(), 8 * mebibyte);
    const increment = await capture(engine(), 8 * mebibyte, parent, [overwrite(5 * mebibyte, seededBytes(2, 600))]);
    expect(increment).toMatchObject({ chunkCount: 8, newChunkCount: 1 });
    const { indexHash, capacityBytes } = increment;
    const repositoryPath = join(folder, 'repository');
    rmSync(objectPath(repositoryPath, 'pages', parent.indexHash));
    const verified = await engine().verifyDisk({ repositoryPath, indexHash, capacityBytes }, recordingControl());
    expect(verified.damaged).toEqual([]);
    const target = { rootPath: folder, relativePath: 'out.raw' };
    await engine().restoreDisk(
      {
        repositoryPath,
        indexHash,
        capacityBytes,
        target,
        targetFormat: 'RAW_SPARSE',
        operationId: 'o',
        fencingToken: 1,
      },
      recordingControl(),
    );
    expect(fileHash(join(folder, 'out.raw'))).toBe(fileHash(join(folder, 'disk.raw')));
  });
}

function economy(engine: () => CopyEngine): void {
  test('a chunk that no extent touches is not read: a change that nobody told is not seen', async () => {
    writeImage(join(folder, 'disk.raw'), 8 * mebibyte, [{ offsetBytes: 0, bytes: seededBytes(1, 8 * mebibyte) }]);
    const parent = await capture(engine(), 8 * mebibyte);
    overwrite(2 * mebibyte, Buffer.from('untold'));
    const told = { offsetBytes: 4 * mebibyte + 1, lengthBytes: 1 };
    expect(await capture(engine(), 8 * mebibyte, parent, [told])).toMatchObject({ indexHash: parent.indexHash });
    const partly = { offsetBytes: 3 * mebibyte - 1, lengthBytes: 1 };
    const seen = await capture(engine(), 8 * mebibyte, parent, [partly]);
    const full = await capture(engine(), 8 * mebibyte);
    expect(seen.indexHash).toBe(full.indexHash);
  });
}

function refusals(engine: () => CopyEngine): void {
  const capacityBytes = 4 * mebibyte;
  let parent: CaptureDiskResult;
  beforeEach(async () => {
    writeImage(join(folder, 'disk.raw'), capacityBytes, [{ offsetBytes: 0, bytes: seededBytes(1, mebibyte) }]);
    parent = await capture(engine(), capacityBytes);
  });

  test.each([
    [capacityBytes, 1],
    [capacityBytes - 10, 11],
    [0, capacityBytes + 1],
    [2 ** 53 - 1, 2 ** 53 - 1],
  ])('an extent that leaves the disk is refused: at %i, %i bytes', async (offsetBytes, lengthBytes) => {
    const extents = [
      { offsetBytes: 0, lengthBytes: 512 },
      { offsetBytes, lengthBytes },
    ];
    const running = capture(engine(), capacityBytes, parent, extents);
    await expect(running).rejects.toMatchObject({
      kind: 'permanent',
      code: 'CHANGED_EXTENT_INVALID',
      subject: { offsetBytes },
    });
    expect(readdirSync(join(folder, 'repository/tmp'))).toEqual([]);
  });

  test('a parent that is missing, damaged or of another size is refused', async () => {
    const unusable = { kind: 'permanent', code: 'PARENT_UNUSABLE' };
    const touched = [{ offsetBytes: 0, lengthBytes: 1 }];
    const missing = { ...parent, indexHash: 'ab'.repeat(32) };
    expect(await refusal(capture(engine(), capacityBytes, missing, touched))).toEqual(unusable);
    expect(await refusal(capture(engine(), capacityBytes, { ...parent, indexHash: 'x' }, touched))).toEqual(unusable);
    writeImage(join(folder, 'disk.raw'), capacityBytes + 512, []);
    expect(await refusal(capture(engine(), capacityBytes + 512, parent, touched))).toEqual(unusable);
  });

  test('a page below the parent that is needed and gone is refused, and no index appears', async () => {
    const large = 1500 * mebibyte;
    writeImage(
      join(folder, 'disk.raw'),
      large,
      [0, 600, 1400].map((at) => ({ offsetBytes: at * mebibyte, bytes: seededBytes(at, 512) })),
    );
    const wide = await capture(engine(), large);
    const pages = readdirSync(join(folder, 'repository/pages'), { recursive: true, encoding: 'utf8' })
      .map((path) => path.slice(-64))
      .filter((name) => name.length === 64 && ![wide.indexHash, parent.indexHash].includes(name));
    expect(pages).toHaveLength(3);
    for (const page of pages) rmSync(objectPath(join(folder, 'repository'), 'pages', page));
    expect(await refusal(capture(engine(), large, wide, [{ offsetBytes: 0, lengthBytes: 1 }]))).toEqual({
      kind: 'permanent',
      code: 'PARENT_UNUSABLE',
    });
    expect(existsSync(objectPath(join(folder, 'repository'), 'pages', pages[0] ?? ''))).toBe(false);
  });
}

/** Runs the contract of incremental captures on the engine that `makeEngine` gives. */
export function describeIncrementalCapture(name: string, makeEngine: () => CopyEngine): void {
  describe(`incremental capture: ${name}`, () => {
    beforeEach(() => {
      folder = makeFolder();
    });
    afterEach(() => removeFolder(folder));
    describe('same index', () => sameIndex(makeEngine));
    describe('points of their own', () => points(makeEngine));
    describe('reads little', () => economy(makeEngine));
    describe('refused', () => refusals(makeEngine));
  });
}
