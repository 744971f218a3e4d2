// Goal: no damage in the repository ever reaches a target or goes unnoticed, and the next capture heals it.
// Method: one small disk of incompressible data over two leaf pages; each file of the repository is flipped, cut,
// lengthened, exchanged or removed, then restored and verified; the partial file is inspected afterwards.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { CaptureDiskResult, VerifyDiskResult } from '../../src/ports/copy-engine.js';
import type { PortError } from '../../src/ports/port-error.js';
import {
  benchEnginePath,
  fileHash,
  makeFolder,
  nativeEngine,
  objectPath,
  recordingControl,
  removeFolder,
  seededBytes,
  writeImage,
} from './disk-images.js';

const mebibyte = 1 << 20;
const capacityBytes = 600 * mebibyte;
/** The first two chunks and one in the second leaf page hold data. */
const dataOffsets = [0, mebibyte, 520 * mebibyte];

let folder = '';
let repositoryPath = '';
let captured: CaptureDiskResult;

function chunkIdOf(bytes: Buffer): string {
  const body = Buffer.alloc(36 + bytes.length);
  body.writeUInt32LE(mebibyte, 0);
  for (let block = 0; block < bytes.length / 4096; block++) body[4 + (block >> 3)]! |= 1 << (block & 7);
  bytes.copy(body, 36);
  return createHash('sha256').update(body).digest('hex');
}

const contents = dataOffsets.map((_offset, at) => seededBytes(at + 1, 8 * 4096));
const chunkIds = contents.map(chunkIdOf);

function capture(): Promise<CaptureDiskResult> {
  const source = { rootPath: folder, relativePath: 'disk.raw' };
  return nativeEngine().captureDisk({ repositoryPath, source, sourceFormat: 'RAW', capacityBytes }, recordingControl());
}

async function restoreError(): Promise<PortError | undefined> {
  const request = {
    repositoryPath,
    indexHash: captured.indexHash,
    capacityBytes,
    target: { rootPath: folder, relativePath: 'out.raw' },
    targetFormat: 'RAW_SPARSE' as const,
    operationId: 'operation-1',
    fencingToken: 1,
  };
  return nativeEngine()
    .restoreDisk(request, recordingControl())
    .then(
      () => undefined,
      (error: PortError) => error,
    );
}

function verify(): Promise<VerifyDiskResult> {
  return nativeEngine().verifyDisk(
    { repositoryPath, indexHash: captured.indexHash, capacityBytes },
    recordingControl(),
  );
}

function chunkPath(at: number): string {
  return objectPath(repositoryPath, 'chunks', chunkIds[at]!);
}

/** Pages by level: the root names its two leaves in order of the disk. */
function pageIds(): { root: string; leaves: string[] } {
  const bytes = readFileSync(objectPath(repositoryPath, 'pages', captured.indexHash));
  const leaves = [0, 1].map((at) => bytes.subarray(96 + at * 48, 96 + at * 48 + 32).toString('hex'));
  return { root: captured.indexHash, leaves };
}

function flip(path: string, offset: number): void {
  const bytes = readFileSync(path);
  bytes[offset]! ^= 0x40;
  writeFileSync(path, bytes);
}

beforeEach(async () => {
  folder = makeFolder();
  repositoryPath = join(folder, 'repository');
  const runs = dataOffsets.map((offsetBytes, at) => ({ offsetBytes, bytes: contents[at]! }));
  writeImage(join(folder, 'disk.raw'), capacityBytes, runs);
  captured = await capture();
});
afterEach(() => removeFolder(folder));

describe('a damaged chunk', () => {
  const damages: [string, (path: string) => void][] = [
    ['with a flipped byte of data', (path) => flip(path, 5000)],
    ['with a flipped last byte', (path) => flip(path, readFileSync(path).length - 1)],
    ['cut short', (path) => writeFileSync(path, readFileSync(path).subarray(0, -1))],
    ['cut inside its header', (path) => writeFileSync(path, readFileSync(path).subarray(0, 20))],
    ['that is empty', (path) => writeFileSync(path, '')],
    ['with a byte too many', (path) => writeFileSync(path, Buffer.concat([readFileSync(path), Buffer.alloc(1)]))],
    ['replaced by another whole chunk', (path) => copyFileSync(chunkPath(0), path)],
  ];
  test.each(damages)('%s never reaches the target', async (_name, damage) => {
    damage(chunkPath(1));
    const error = await restoreError();
    expect(error).toMatchObject({
      kind: 'permanent',
      code: 'CHUNK_DAMAGED',
      subject: { offsetBytes: mebibyte, chunkId: chunkIds[1], path: chunkPath(1) },
    });
    expect(existsSync(join(folder, 'out.raw'))).toBe(false);
    const written = Buffer.alloc(8 * 4096);
    readSync(openSync(join(folder, 'out.raw.reinstate-partial'), 'r'), written, 0, written.length, mebibyte);
    expect(written.equals(Buffer.alloc(8 * 4096))).toBe(true);
    expect(await verify()).toEqual({
      chunkCount: 3,
      dataBytes: 3 * 8 * 4096,
      damagedChunkCount: 1,
      damaged: [{ offsetBytes: mebibyte, lengthBytes: mebibyte, chunkId: chunkIds[1], reason: 'DAMAGED' }],
    });
  });

  test('each byte of its header counts', async () => {
    for (let offset = 0; offset < 32 + 36; offset++) {
      flip(chunkPath(1), offset);
      expect({ offset, count: (await verify()).damagedChunkCount }).toEqual({ offset, count: 1 });
      flip(chunkPath(1), offset);
    }
    expect((await verify()).damagedChunkCount).toBe(0);
  });

  test('that is missing is told apart', async () => {
    rmSync(chunkPath(2));
    const subject = { offsetBytes: 520 * mebibyte, chunkId: chunkIds[2] };
    expect(await restoreError()).toMatchObject({ kind: 'permanent', code: 'CHUNK_MISSING', subject });
    expect((await verify()).damaged).toEqual([
      { offsetBytes: 520 * mebibyte, lengthBytes: mebibyte, chunkId: chunkIds[2], reason: 'MISSING' },
    ]);
  });

  test('exchanged with another: both are found', async () => {
    renameSync(chunkPath(0), join(folder, 'aside'));
    renameSync(chunkPath(1), chunkPath(0));
    renameSync(join(folder, 'aside'), chunkPath(1));
    expect((await verify()).damaged.map((chunk) => chunk.chunkId)).toEqual([chunkIds[0], chunkIds[1]]);
  });

  test('is healed by the next capture, kept in quarantine, and the restore resumes', async () => {
    flip(chunkPath(1), 5000);
    const damaged = readFileSync(chunkPath(1));
    expect((await restoreError())?.code).toBe('CHUNK_DAMAGED');
    const again = await capture();
    expect(again).toMatchObject({ indexHash: captured.indexHash, newChunkCount: 1 });
    const kept = readdirSync(join(repositoryPath, 'quarantine'));
    expect(kept.map((name) => name.slice(0, 70))).toEqual([`chunk-${chunkIds[1]}`]);
    expect(readFileSync(join(repositoryPath, 'quarantine', kept[0]!)).equals(damaged)).toBe(true);
    expect((await verify()).damagedChunkCount).toBe(0);
    expect(await restoreError()).toBeUndefined();
    expect(fileHash(join(folder, 'out.raw'))).toBe(fileHash(join(folder, 'disk.raw')));
  });

  test('that is a zstd bomb is refused in little memory', () => {
    // One gibibyte of zeros as 8,192 run-length blocks of 128 KiB in a frame that even states its size.
    const frame = Buffer.alloc(9 + 8192 * 4);
    frame.set([0x28, 0xb5, 0x2f, 0xfd, 0xa0, 0x00, 0x00, 0x00, 0x40]);
    for (let block = 0; block < 8192; block++) {
      const header = ((128 << 10) << 3) | (1 << 1) | (block === 8191 ? 1 : 0);
      frame.writeUIntLE(header, 9 + block * 4, 3);
    }
    const header = Buffer.alloc(32);
    header.set([0x52, 0x53, 0x43, 0x48, 1, 1, 0, 0]);
    header.writeUInt32LE(mebibyte, 8);
    header.writeUInt32LE(36 + mebibyte, 12);
    header.writeUInt32LE(frame.length, 16);
    writeFileSync(chunkPath(0), Buffer.concat([header, frame]));
    const command = `ulimit -v 131072; exec "${benchEnginePath}" verify "$1" "$2" "$3" --workers 1`;
    const words = ['-c', command, 'sh', repositoryPath, captured.indexHash, String(capacityBytes)];
    const run = spawnSync('/bin/sh', words, { encoding: 'utf8' });
    expect(JSON.parse(run.stdout)).toMatchObject({ chunkCount: 3, damagedChunkCount: 1 });
  });
});

describe('a damaged page', () => {
  test('each byte of the root counts', async () => {
    const path = objectPath(repositoryPath, 'pages', captured.indexHash);
    const length = readFileSync(path).length;
    expect(length).toBe(96 + 2 * 48);
    for (let offset = 0; offset < length; offset++) {
      flip(path, offset);
      const error = await verify().then(
        () => undefined,
        (reason: PortError) => reason,
      );
      expect({ offset, code: error?.code }).toEqual({ offset, code: 'INDEX_DAMAGED' });
      flip(path, offset);
    }
    expect((await verify()).damagedChunkCount).toBe(0);
  });

  test('below the root: the part of the disk that it describes is named, the rest is verified', async () => {
    const { leaves } = pageIds();
    flip(objectPath(repositoryPath, 'pages', leaves[0]!), 100);
    flip(chunkPath(2), 5000);
    expect((await verify()).damaged).toEqual([
      { offsetBytes: 0, lengthBytes: 512 * mebibyte, chunkId: leaves[0], reason: 'DAMAGED' },
      { offsetBytes: 520 * mebibyte, lengthBytes: mebibyte, chunkId: chunkIds[2], reason: 'DAMAGED' },
    ]);
    expect(await restoreError()).toMatchObject({
      kind: 'permanent',
      code: 'INDEX_DAMAGED',
      subject: { offsetBytes: 0 },
    });
    expect(existsSync(join(folder, 'out.raw'))).toBe(false);
  });

  test('missing, exchanged or standing in for the root is found', async () => {
    const { root, leaves } = pageIds();
    const paths = leaves.map((id) => objectPath(repositoryPath, 'pages', id));
    const [first, second] = paths.map((path) => readFileSync(path));
    writeFileSync(paths[0]!, second!);
    writeFileSync(paths[1]!, first!);
    expect((await verify()).damaged.map((page) => page.chunkId)).toEqual(leaves);
    rmSync(paths[1]!);
    writeFileSync(paths[0]!, first!);
    expect((await verify()).damaged).toEqual([
      { offsetBytes: 512 * mebibyte, lengthBytes: 88 * mebibyte, chunkId: leaves[1], reason: 'MISSING' },
    ]);
    captured = { ...captured, indexHash: leaves[0]! };
    expect(await restoreError()).toMatchObject({ code: 'INDEX_DAMAGED' });
    expect(root).not.toBe(leaves[0]);
  });
});

describe('the folder', () => {
  test('with another format, or unknown fields, is refused', async () => {
    const path = join(repositoryPath, 'format.json');
    const format = readFileSync(path, 'utf8');
    const changed = [
      format.replace('"version":1', '"version":2'),
      format.replace('"cipher":"none"', '"cipher":"aes-256-gcm"'),
      format.replace('}', ',"compression":"lzma"}'),
      format.slice(0, 40),
      '',
    ];
    for (const text of changed) {
      writeFileSync(path, text);
      expect(await restoreError()).toMatchObject({ kind: 'permanent', code: 'REPOSITORY_FORMAT_UNSUPPORTED' });
    }
  });

  test('that holds other files, or lost its format.json, is not made a repository', async () => {
    const refused = { kind: 'not-found', code: 'REPOSITORY_NOT_FOUND' };
    rmSync(join(repositoryPath, 'format.json'));
    await expect(capture()).rejects.toMatchObject(refused);
    expect(existsSync(join(repositoryPath, 'format.json'))).toBe(false);
    repositoryPath = join(folder, 'letters');
    mkdirSync(repositoryPath);
    writeFileSync(join(repositoryPath, 'letter.txt'), 'mine');
    await expect(capture()).rejects.toMatchObject(refused);
    expect(readdirSync(repositoryPath)).toEqual(['letter.txt']);
  });

  test('is left without temporary files, also those of a capture that died', async () => {
    const dead = join(repositoryPath, 'tmp', 'run-0123456789abcdef');
    spawnSync('mkdir', [dead]);
    writeFileSync(join(dead, '7'), 'half a chunk');
    await capture();
    expect(readdirSync(join(repositoryPath, 'tmp'))).toEqual([]);
  });
});
