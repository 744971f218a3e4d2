// Goal: a disk image of another maker is captured as the very disk that its maker reads; what is no whole disk is not.
// Method: qemu-img writes the images, and the index hash must be that of the raw disk.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaptureDiskResult, CopyEngine, SourceFormat, TargetFormat } from '../../src/ports/copy-engine.js';
import type { DataRun } from '../native/disk-images.js';
import { makeFolder, recordingControl, removeFolder, seededBytes, writeImage } from '../native/disk-images.js';
import { findPeer, peerOrSkip } from '../support/peers.js';

const mebibyte = 1 << 20;
const gibibyte = 1024 * mebibyte;

let folder = '';
let repositoryPath = '';

function capture(
  engine: CopyEngine,
  relativePath: string,
  capacityBytes: number,
  sourceFormat: SourceFormat,
): Promise<CaptureDiskResult> {
  const source = { rootPath: folder, relativePath };
  return engine.captureDisk({ repositoryPath, source, sourceFormat, capacityBytes }, recordingControl());
}

async function refusal(promise: Promise<unknown>): Promise<{ code: string; message: string }> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  const { code, message } = error as { code: string; message: string };
  return { code, message };
}

function qemu(program: 'qemu-img' | 'qemu-io', ...words: string[]): void {
  const { status, stdout, stderr } = spawnSync(program, words, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${words.join(' ')}: ${stdout}${stderr}`);
}

const scattered: DataRun[] = [];
for (let at = 0; at < 70; at++) {
  const bytes = at % 3 === 0 ? Buffer.alloc(5000, `compresses well ${at} `) : seededBytes(at, 512 * (1 + (at % 40)));
  scattered.push({ offsetBytes: at * mebibyte + (at % 16) * 65536 - (at % 2) * 512, bytes });
}

interface Disk {
  readonly name: string;
  readonly capacityBytes: number;
  readonly runs: readonly DataRun[];
}

const disks: Disk[] = [
  { name: '512 bytes', capacityBytes: 512, runs: [{ offsetBytes: 0, bytes: seededBytes(1, 512) }] },
  { name: 'nothing but zeros', capacityBytes: 5 * mebibyte, runs: [] },
  { name: 'scattered runs over three tables', capacityBytes: 70 * mebibyte, runs: scattered.slice(1) },
  {
    name: 'a last grain of one sector',
    capacityBytes: 3 * mebibyte + 66048,
    runs: [
      { offsetBytes: 512, bytes: seededBytes(3, 300_000) },
      { offsetBytes: 3 * mebibyte + 65536, bytes: seededBytes(2, 512) },
    ],
  },
  {
    name: '5 GiB, sparse',
    capacityBytes: 5 * gibibyte,
    runs: [
      { offsetBytes: 0, bytes: seededBytes(4, 4096) },
      { offsetBytes: 2047 * mebibyte - 512, bytes: seededBytes(6, 200_000) },
      { offsetBytes: 5 * gibibyte - 512, bytes: seededBytes(5, 512) },
    ],
  },
];

const shortDisk: Disk = {
  name: 'one run',
  capacityBytes: 4 * mebibyte,
  runs: [{ offsetBytes: 0, bytes: seededBytes(1, 4096) }],
};

function foreignImages(engine: () => CopyEngine): void {
  const it = peerOrSkip('qemu-img');
  const subformats = [
    'monolithicSparse',
    'streamOptimized',
    'twoGbMaxExtentSparse',
    'monolithicFlat',
    'twoGbMaxExtentFlat',
  ];
  for (const subformat of subformats) {
    it.each(disks)(`${subformat} is the disk that qemu-img wrote: $name`, async ({ capacityBytes, runs }) => {
      writeImage(join(folder, 'disk.raw'), capacityBytes, runs);
      qemu('qemu-img', 'convert', '-f', 'raw', '-O', 'vmdk', '-o', `subformat=${subformat}`, 'disk.raw', 'disk.vmdk');
      const raw = await capture(engine(), 'disk.raw', capacityBytes, 'RAW');
      const vmdk = await capture(engine(), 'disk.vmdk', capacityBytes, 'VMDK');
      // Which holes are known, and so how much is read, differs between formats.
      expect(vmdk).toEqual({ ...raw, newChunkCount: 0, newStoredBytes: 0, readBytes: vmdk.readBytes });
    });
  }

  it('grains of zeros, and zeros written over data, are holes', async () => {
    writeImage(join(folder, 'disk.raw'), 4 * mebibyte, [{ offsetBytes: 0, bytes: seededBytes(1, 4 * mebibyte) }]);
    const options = 'subformat=monolithicSparse,zeroed_grain=on';
    qemu('qemu-img', 'convert', '-f', 'raw', '-O', 'vmdk', '-o', options, 'disk.raw', 'disk.vmdk');
    qemu('qemu-io', '-f', 'vmdk', '-c', 'write -z 1M 1M', 'disk.vmdk');
    qemu('qemu-io', '-f', 'raw', '-c', 'write -z 1M 1M', 'disk.raw');
    const raw = await capture(engine(), 'disk.raw', 4 * mebibyte, 'RAW');
    expect(raw.chunkCount).toBe(3);
    const vmdk = await capture(engine(), 'disk.vmdk', 4 * mebibyte, 'VMDK');
    expect(vmdk.indexHash).toBe(raw.indexHash);
  });

  it('a delta disk is refused by the name of its parent', async () => {
    qemu('qemu-img', 'create', '-f', 'vmdk', 'base.vmdk', '4M');
    qemu('qemu-img', 'create', '-f', 'vmdk', '-b', 'base.vmdk', '-F', 'vmdk', 'child.vmdk');
    const { code, message } = await refusal(capture(engine(), 'child.vmdk', 4 * mebibyte, 'VMDK'));
    expect(code).toBe('UNSUPPORTED_SOURCE_FORMAT');
    expect(message).toContain('changed since its parent (base.vmdk)');
  });
}

/** A disk restored by the engine itself, as the base of images with one wrong field. */
async function makeVmdk(engine: CopyEngine, name: string, targetFormat: TargetFormat, disk: Disk): Promise<string> {
  writeImage(join(folder, 'disk.raw'), disk.capacityBytes, disk.runs);
  const { indexHash, capacityBytes } = await capture(engine, 'disk.raw', disk.capacityBytes, 'RAW');
  const target = { rootPath: folder, relativePath: name };
  await engine.restoreDisk(
    { repositoryPath, indexHash, capacityBytes, target, targetFormat, operationId: 'operation-1', fencingToken: 1 },
    recordingControl(),
  );
  return indexHash;
}

function ownImages(engine: () => CopyEngine): void {
  test.each(['VMDK_SPARSE', 'VMDK_STREAM_OPTIMIZED'] as const)('%s of the engine comes back', async (format) => {
    for (const [at, disk] of disks.entries()) {
      const indexHash = await makeVmdk(engine(), `disk-${at}.vmdk`, format, disk);
      const again = await capture(engine(), `disk-${at}.vmdk`, disk.capacityBytes, 'VMDK');
      expect({ name: disk.name, ...again }).toMatchObject({ name: disk.name, indexHash, newChunkCount: 0 });
    }
  });

  test('holes cost nothing: 60 TiB with three blocks of data', async () => {
    const capacityBytes = 60 * 1024 * gibibyte;
    const runs = [0, 30_000 * gibibyte - 4096, capacityBytes - 4096].map((offsetBytes, at) => ({
      offsetBytes,
      bytes: seededBytes(at, 4096),
    }));
    // A file system with smaller files cannot hold such an image; the tables are the same on any.
    const indexHash = await makeVmdk(engine(), 'disk.vmdk', 'VMDK_STREAM_OPTIMIZED', {
      name: 'huge',
      capacityBytes,
      runs,
    });
    const again = await capture(engine(), 'disk.vmdk', capacityBytes, 'VMDK');
    expect(again).toMatchObject({ indexHash, chunkCount: 3, dataBytes: 3 * 4096 });
  });

  test('a wrong capacity is refused, and VMDK_FLAT takes no sparse image', async () => {
    await makeVmdk(engine(), 'disk.vmdk', 'VMDK_SPARSE', shortDisk);
    const { capacityBytes } = shortDisk;
    expect(await refusal(capture(engine(), 'disk.vmdk', capacityBytes + 512, 'VMDK'))).toMatchObject({
      code: 'SOURCE_TOO_SHORT',
    });
    expect(await refusal(capture(engine(), 'disk.vmdk', capacityBytes - 512, 'VMDK'))).toMatchObject({
      code: 'SOURCE_TOO_LONG',
    });
    expect(await refusal(capture(engine(), 'disk.vmdk', capacityBytes, 'VMDK_FLAT'))).toMatchObject({
      code: 'UNSUPPORTED_SOURCE_FORMAT',
    });
  });

  test('an error shows a strange descriptor short, and without what a terminal would obey', async () => {
    const text = Buffer.from(`# Disk DescriptorFile\nRW \u001b[31m\xff${'x'.repeat(500)} FLAT\n`, 'latin1');
    writeFileSync(join(folder, 'disk.vmdk'), text);
    const { code, message } = await refusal(capture(engine(), 'disk.vmdk', mebibyte, 'VMDK'));
    expect(code).toBe('VMDK_DESCRIPTOR_INVALID');
    expect(message).toContain('extent size in: RW ?[31m?xxx');
    expect(message).toMatch(/^[ -~]{1,300}$/);
  });

  test('a format that nobody knows is a fault of the caller', async () => {
    writeImage(join(folder, 'disk.raw'), 512, []);
    const fault = capture(engine(), 'disk.raw', 512, 'QCOW9' as SourceFormat);
    await expect(fault).rejects.toMatchObject({ name: 'TypeError' });
  });
}

function splitImages(engine: () => CopyEngine): void {
  const it = peerOrSkip('qemu-img');
  const capacityBytes = 5 * gibibyte;
  beforeEach(() => {
    if (findPeer('qemu-img') === undefined) return;
    mkdirSync(join(folder, 'vm'));
    qemu('qemu-img', 'create', '-q', '-f', 'vmdk', '-o', 'subformat=twoGbMaxExtentSparse', 'vm/disk.vmdk', '5G');
  });

  it('an extent that is missing, cut, of another size, or named instead of the descriptor is refused', async () => {
    const second = join(folder, 'vm/disk-s002.vmdk');
    const whole = readFileSync(second);
    renameSync(second, `${second}.away`);
    expect(await refusal(capture(engine(), 'vm/disk.vmdk', capacityBytes, 'VMDK'))).toMatchObject({
      code: 'SOURCE_NOT_FOUND',
    });
    writeFileSync(second, whole.subarray(0, 20_000));
    expect(await refusal(capture(engine(), 'vm/disk.vmdk', capacityBytes, 'VMDK'))).toMatchObject({
      code: 'SOURCE_DAMAGED',
    });
    const smaller = Buffer.from(whole);
    smaller.writeBigUInt64LE(smaller.readBigUInt64LE(12) - 1n, 12);
    writeFileSync(second, smaller);
    const { code, message } = await refusal(capture(engine(), 'vm/disk.vmdk', capacityBytes, 'VMDK'));
    expect({ code, message }).toEqual({
      code: 'SOURCE_DAMAGED',
      message: expect.stringMatching(/disk-s002.*header states/),
    });
    expect(await refusal(capture(engine(), 'vm/disk-s001.vmdk', 2 * gibibyte, 'VMDK'))).toMatchObject({
      code: 'VMDK_DESCRIPTOR_INVALID',
      message: expect.stringMatching(/Name the descriptor/),
    });
    expect(existsSync(repositoryPath)).toBe(false);
    expect(statSync(join(folder, 'vm/disk.vmdk')).size).toBeLessThan(2048);
  });
}

/** Runs the contract of the source formats on the engine that `makeEngine` gives. */
export function describeCopyEngineSources(name: string, makeEngine: () => CopyEngine): void {
  describe(`copy engine sources: ${name}`, () => {
    beforeEach(() => {
      folder = makeFolder();
      repositoryPath = join(folder, 'repository');
    });
    afterEach(() => removeFolder(folder));
    describe('images of qemu-img', () => foreignImages(makeEngine));
    describe('images of the engine', () => ownImages(makeEngine));
    describe('split images', () => splitImages(makeEngine));
  });
}
