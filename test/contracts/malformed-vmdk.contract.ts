// Goal: a sparse or stream-optimised VMDK with one wrong field is refused by name, and nothing of it is captured.
// Method: images that the engine restored, one field changed at a time; the error says what is wrong and where.
import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CopyEngine } from '../../src/ports/copy-engine.js';
import { makeFolder, recordingControl, removeFolder, seededBytes, writeImage } from '../native/disk-images.js';

const mebibyte = 1 << 20;
const capacityBytes = 40 * mebibyte;
type VmdkFormat = 'VMDK_SPARSE' | 'VMDK_STREAM_OPTIMIZED';

let folder = '';
let repositoryPath = '';
const images = new Map<VmdkFormat, Buffer>();

/** Two tables, grains in both. */
async function makeImages(engine: CopyEngine): Promise<void> {
  writeImage(join(folder, 'disk.raw'), capacityBytes, [
    { offsetBytes: 0, bytes: seededBytes(1, 200_000) },
    { offsetBytes: 36 * mebibyte, bytes: seededBytes(2, 100_000) },
  ]);
  const source = { rootPath: folder, relativePath: 'disk.raw' };
  const request = { repositoryPath, source, sourceFormat: 'RAW' as const, capacityBytes };
  const { indexHash } = await engine.captureDisk(request, recordingControl());
  for (const targetFormat of ['VMDK_SPARSE', 'VMDK_STREAM_OPTIMIZED'] as const) {
    const target = { rootPath: folder, relativePath: `${targetFormat}.vmdk` };
    const restore = { repositoryPath, indexHash, capacityBytes, target, targetFormat };
    await engine.restoreDisk({ ...restore, operationId: 'operation-1', fencingToken: 1 }, recordingControl());
    images.set(targetFormat, readFileSync(join(folder, `${targetFormat}.vmdk`)));
  }
}

async function refusalOf(
  engine: CopyEngine,
  format: VmdkFormat,
  change: Change,
): Promise<{ code: string; message: string }> {
  const image = Buffer.from(images.get(format) ?? '');
  writeFileSync(join(folder, 'disk.vmdk'), change(image) ?? image);
  const source = { rootPath: folder, relativePath: 'disk.vmdk' };
  const request = { repositoryPath, source, sourceFormat: 'VMDK' as const, capacityBytes };
  const error: unknown = await engine.captureDisk(request, recordingControl()).catch((reason: unknown) => reason);
  const { code, message } = error as { code: string; message: string };
  return { code, message };
}

const sector = 512;
const u32 = (image: Buffer, at: number): number => image.readUInt32LE(at);
const directoryAt = (image: Buffer): number => Number(image.readBigUInt64LE(56)) * sector;
const redundantAt = (image: Buffer): number => Number(image.readBigUInt64LE(48)) * sector;
/** Byte at which an entry of the first table stands. */
const entryAt = (image: Buffer, directory: number, slot: number): number => u32(image, directory) * sector + slot * 4;

function setEntries(image: Buffer, slot: number, value: number): void {
  image.writeUInt32LE(value, entryAt(image, directoryAt(image), slot));
  image.writeUInt32LE(value, entryAt(image, redundantAt(image), slot));
}

type Change = (image: Buffer) => Buffer | void;
const damaged = 'SOURCE_DAMAGED';
const unsupported = 'UNSUPPORTED_SOURCE_FORMAT';

const sparseChanges: readonly (readonly [string, Change, string, RegExp])[] = [
  ['cut inside its header', (image) => image.subarray(0, 100), damaged, /shorter than its header/],
  ['cut inside its tables', (image) => image.subarray(0, 24 * sector), damaged, /outside the file|header puts/],
  ['cut inside its last grain', (image) => image.subarray(0, -70_000), damaged, /outside the file/],
  ['of version 9', (image) => void image.writeUInt32LE(9, 4), unsupported, /version 9/],
  ['with unknown features', (image) => void image.writeUInt32LE(1 << 20, 8), unsupported, /features/],
  ['with line ends of a text transfer', (image) => void image.write('\n\r\n\n', 73), damaged, /text mode/],
  ['in use', (image) => void image.writeUInt8(1, 72), damaged, /in use/],
  ['compressed without markers', (image) => void image.writeUInt32LE(0x10003, 8), unsupported, /without markers/],
  ['of an unknown compression', (image) => void image.writeUInt16LE(7, 77), unsupported, /method 7/],
  ['with grains of three sectors', (image) => void image.writeBigUInt64LE(3n, 20), unsupported, /grains of 3/],
  ['with huge grains', (image) => void image.writeBigUInt64LE(1n << 40n, 20), unsupported, /grains of/],
  ['with tables of 2^32 - 1 entries', (image) => void image.writeUInt32LE(0xffffffff, 44), unsupported, /entries/],
  ['without a capacity', (image) => void image.writeBigUInt64LE(0n, 12), damaged, /no capacity/],
  [
    'with a capacity of 2^64 - 1',
    (image) => void image.writeBigUInt64LE(~0n & ((1n << 64n) - 1n), 12),
    unsupported,
    /capacity/,
  ],
  ['with another capacity than its descriptor', (image) => void image.writeBigUInt64LE(81919n, 12), damaged, /states/],
  ['with a descriptor outside the file', (image) => void image.writeBigUInt64LE(1n << 50n, 28), damaged, /descriptor/],
  ['with a descriptor of 2^60 sectors', (image) => void image.writeBigUInt64LE(1n << 60n, 36), damaged, /64 KiB/],
  ['with its directory outside the file', (image) => void image.writeBigUInt64LE(1n << 62n, 56), damaged, /directory/],
  ['with its directory on its header', (image) => void image.writeBigUInt64LE(0n, 56), damaged, /directory/],
  ['with its directory on its descriptor', (image) => void image.writeBigUInt64LE(2n, 56), damaged, /two directories/],
  [
    'with both directories in one place',
    (image) => void image.writeBigUInt64LE(image.readBigUInt64LE(48), 56),
    damaged,
    /lie on each other/,
  ],
  [
    'with its directory at the end and no footer',
    (image) => void image.writeBigUInt64LE((1n << 64n) - 1n, 56),
    damaged,
    /no directory/,
  ],
  [
    'with a table outside the file',
    (image) => void image.writeUInt32LE(0xfffffff0, directoryAt(image)),
    damaged,
    /grain table/,
  ],
  [
    'with a table that is its own directory',
    (image) => void image.writeUInt32LE(directoryAt(image) / sector, directoryAt(image)),
    damaged,
    /lie on each other/,
  ],
  [
    'with two tables that are one',
    (image) => void image.writeUInt32LE(u32(image, directoryAt(image)), directoryAt(image) + 4),
    damaged,
    /lie on each other/,
  ],
  [
    'with a table missing in one directory',
    (image) => void image.writeUInt32LE(0, directoryAt(image) + 4),
    damaged,
    /two directories/,
  ],
  [
    'with copies of a table that differ',
    (image) => void image.writeUInt32LE(0, entryAt(image, directoryAt(image), 0)),
    damaged,
    /two copies/,
  ],
  ['with a grain outside the file', (image) => setEntries(image, 1, 0xffffff80), damaged, /outside the file/],
  ['with a grain on a table', (image) => setEntries(image, 1, directoryAt(image) / sector), damaged, /on a table/],
  ['with a grain on its header', (image) => setEntries(image, 1, 1), damaged, /on a table/],
  [
    'with one grain named twice',
    (image) => setEntries(image, 9, u32(image, entryAt(image, directoryAt(image), 0))),
    damaged,
    /named twice/,
  ],
  [
    'with a grain across two others',
    (image) => setEntries(image, 9, u32(image, entryAt(image, directoryAt(image), 0)) + 1),
    damaged,
    /in line/,
  ],
  [
    'with a parent',
    (image) => void image.write('parentCID=12345678', image.indexOf('parentCID=')),
    unsupported,
    /parentCID 12345678/,
  ],
  [
    'of another type',
    (image) => void image.write('vmfsSparse______"', image.indexOf('monolithicSparse')),
    unsupported,
    /type/,
  ],
  [
    'whose descriptor is no text',
    (image) => void image.fill(0xff, sector, sector + 40),
    'VMDK_DESCRIPTOR_INVALID',
    /Disk DescriptorFile/,
  ],
  [
    'whose descriptor is empty',
    (image) => void image.writeBigUInt64LE(0n, 28),
    'VMDK_DESCRIPTOR_INVALID',
    /holds no descriptor/,
  ],
];

const streamChanges: readonly (readonly [string, Change, string, RegExp])[] = [
  ['cut short', (image) => image.subarray(0, -sector), damaged, /footer is missing/],
  ['cut to its header', (image) => image.subarray(0, 3 * sector), damaged, /too short|header puts/],
  [
    'whose footer states another capacity',
    (image) => void image.writeBigUInt64LE(1n, image.length - 2 * sector + 12),
    damaged,
    /contradicts/,
  ],
  [
    'whose footer names no directory',
    (image) => void image.writeBigUInt64LE((1n << 64n) - 1n, image.length - 2 * sector + 56),
    damaged,
    /names no directory/,
  ],
  [
    'whose directory lies outside',
    (image) => void image.writeBigUInt64LE(1n << 33n, image.length - 2 * sector + 56),
    damaged,
    /the directory/,
  ],
  [
    'whose first grain stands elsewhere',
    (image) => void image.writeBigUInt64LE(128n, firstGrain(image)),
    damaged,
    /says that it stands at sector 128/,
  ],
  [
    'whose first grain has no length',
    (image) => void image.writeUInt32LE(0, firstGrain(image) + 8),
    damaged,
    /length of 0/,
  ],
  [
    'whose first grain is 4 GiB long',
    (image) => void image.writeUInt32LE(0xffffffff, firstGrain(image) + 8),
    damaged,
    /length of 4294967295/,
  ],
  [
    'whose first grain is one byte shorter',
    (image) => void image.writeUInt32LE(u32(image, firstGrain(image) + 8) - 1, firstGrain(image) + 8),
    damaged,
    /decompressed/,
  ],
  [
    'with a flipped byte in a grain',
    (image) => void image.writeUInt8(image.readUInt8(firstGrain(image) + 999) ^ 1, firstGrain(image) + 999),
    damaged,
    /decompressed/,
  ],
  [
    'whose two entries name one grain',
    (image) => void image.writeUInt32LE(u32(image, streamEntry(image, 0)), streamEntry(image, 1)),
    damaged,
    /says that it stands/,
  ],
  [
    'whose entry lies outside the file',
    (image) => void image.writeUInt32LE(0xfffffff0, streamEntry(image, 1)),
    damaged,
    /outside the file/,
  ],
];

const streamDirectory = (image: Buffer): number =>
  Number(image.readBigUInt64LE(image.length - 2 * sector + 56)) * sector;
const streamEntry = (image: Buffer, slot: number): number => u32(image, streamDirectory(image)) * sector + slot * 4;
const firstGrain = (image: Buffer): number => u32(image, streamEntry(image, 0)) * sector;

function storedPages(): string[] {
  const folders = join(repositoryPath, 'pages');
  if (!existsSync(folders)) return [];
  return readdirSync(folders, { recursive: true, encoding: 'utf8' }).filter((path) => path.length > 64);
}

/** Runs the contract of malformed VMDKs on the engine that `makeEngine` gives. */
export function describeMalformedVmdks(name: string, makeEngine: () => CopyEngine): void {
  describe(`malformed VMDKs: ${name}`, () => {
    beforeAll(async () => {
      folder = makeFolder();
      repositoryPath = join(folder, 'repository');
      await makeImages(makeEngine());
      removeFolder(folder);
    });
    beforeEach(() => {
      folder = makeFolder();
      repositoryPath = join(folder, 'repository');
    });
    afterEach(() => removeFolder(folder));

    test.each(sparseChanges)('a sparse VMDK %s is refused', async (_name, change, code, message) => {
      const found = await refusalOf(makeEngine(), 'VMDK_SPARSE', change);
      expect(found).toEqual({ code, message: expect.stringMatching(message) });
      expect(found.message).toContain(join(folder, 'disk.vmdk'));
      expect(existsSync(repositoryPath)).toBe(false);
    });

    test.each(streamChanges)('a stream-optimised VMDK %s is refused', async (_name, change, code, message) => {
      const found = await refusalOf(makeEngine(), 'VMDK_STREAM_OPTIMIZED', change);
      expect(found).toEqual({ code, message: expect.stringMatching(message) });
      expect(storedPages()).toEqual([]);
    });
  });
}
