// Goal: the largest disk that vSphere knows, the smallest that there can be, and one cut into thousands of pieces come
// back byte for byte, in little time and space; a repository that goes in the midst of a copy is named.
// Method: images with holes; what is read back is judged sector by sector where data was written, and by what lies
// between; a disk of 512 bytes is the whole file.
import { closeSync, openSync, readFileSync, readSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { makeFolder, nativeEngine, recordingControl, removeFolder, seededBytes, writeImage } from './disk-images.js';

type TargetFormat = 'RAW_SPARSE' | 'VMDK_SPARSE' | 'QCOW2';

const tebibyte = 2 ** 40;
/** vSphere's limit for one virtual disk. */
const largestBytes = 62 * tebibyte;
const engine = nativeEngine();
let folder = '';
let repositoryPath = '';

beforeEach(() => {
  folder = makeFolder();
  repositoryPath = join(folder, 'repository');
});
afterEach(() => removeFolder(folder));

function capture(capacityBytes: number, sourceFormat: 'RAW' | 'VMDK_FLAT' = 'RAW') {
  const source = { rootPath: folder, relativePath: sourceFormat === 'RAW' ? 'disk.raw' : 'disk.vmdk' };
  return engine.captureDisk({ repositoryPath, source, sourceFormat, capacityBytes }, recordingControl());
}

function restore(indexHash: string, capacityBytes: number, targetFormat: TargetFormat) {
  const target = { rootPath: folder, relativePath: `${targetFormat}.out` };
  const request = {
    repositoryPath,
    indexHash,
    capacityBytes,
    target,
    operationId: 'one',
    fencingToken: 1,
    targetFormat,
  };
  return engine.restoreDisk(request, recordingControl());
}

function bytesAt(path: string, offsetBytes: number, lengthBytes: number): Buffer {
  const bytes = Buffer.alloc(lengthBytes);
  const file = openSync(path, 'r');
  const count = readSync(file, bytes, 0, lengthBytes, offsetBytes);
  closeSync(file);
  return bytes.subarray(0, count);
}

test('62 TiB with four blocks of data, the last sector among them', async () => {
  const places = [0, tebibyte - 4096, 40 * tebibyte, largestBytes - 512];
  const runs = places.map((offsetBytes, at) => {
    return { offsetBytes, bytes: seededBytes(at + 1, Math.min(4096, largestBytes - offsetBytes)) };
  });
  writeImage(join(folder, 'disk.raw'), largestBytes, runs);
  const { indexHash, chunkCount } = await capture(largestBytes);
  expect(chunkCount).toBe(4);
  const verified = await engine.verifyDisk(
    { repositoryPath, indexHash, capacityBytes: largestBytes },
    recordingControl(),
  );
  expect(verified).toMatchObject({ chunkCount: 4, damagedChunkCount: 0 });
  await restore(indexHash, largestBytes, 'RAW_SPARSE');
  const path = join(folder, 'RAW_SPARSE.out');
  expect(statSync(path).size).toBe(largestBytes);
  expect(statSync(path).blocks * 512).toBeLessThanOrEqual(4 * 4096);
  for (const { offsetBytes, bytes } of runs) {
    expect({ offsetBytes, same: bytesAt(path, offsetBytes, bytes.length).equals(bytes) }).toEqual({
      offsetBytes,
      same: true,
    });
  }
  for (const format of ['VMDK_SPARSE', 'QCOW2'] as const) {
    expect({ format, ...(await restore(indexHash, largestBytes, format)) }).toMatchObject({
      format,
      writtenBytes: 3 * 4096 + 4096,
    });
    expect(statSync(join(folder, `${format}.out`)).blocks * 512).toBeLessThan(64 << 20);
  }
}, 60_000);

test('512 bytes are the whole file', async () => {
  const bytes = seededBytes(7, 512);
  writeImage(join(folder, 'disk.raw'), 512, [{ offsetBytes: 0, bytes }]);
  const { indexHash } = await capture(512);
  await restore(indexHash, 512, 'RAW_SPARSE');
  expect(readFileSync(join(folder, 'RAW_SPARSE.out')).equals(bytes)).toBe(true);
});

test('a VMDK of three thousand extents of one sector, in reverse order and with holes', async () => {
  const count = 3000;
  const flat = seededBytes(8, count * 512);
  const expected = Buffer.alloc(count * 512);
  const lines = [];
  for (let at = 0; at < count; at += 1) {
    const from = count - 1 - at;
    if (at % 3 === 2) {
      lines.push('RW 1 ZERO');
      continue;
    }
    lines.push(`RW 1 FLAT "f" ${from}`);
    flat.copy(expected, at * 512, from * 512, from * 512 + 512);
  }
  writeFileSync(join(folder, 'f'), flat);
  const settings = '# Disk DescriptorFile\nversion=1\nparentCID=ffffffff\ncreateType="monolithicFlat"';
  const descriptor = `${settings}\n${lines.join('\n')}\n`;
  writeFileSync(join(folder, 'disk.vmdk'), descriptor);
  const { indexHash } = await capture(count * 512, 'VMDK_FLAT');
  await restore(indexHash, count * 512, 'RAW_SPARSE');
  expect(readFileSync(join(folder, 'RAW_SPARSE.out')).equals(expected)).toBe(true);
});

test('a repository whose folder is gone is named, and nothing gets a name at the target', async () => {
  const capacityBytes = 64 << 20;
  const runs = Array.from({ length: 64 }, (_, at) => ({ offsetBytes: at << 20, bytes: seededBytes(at, 1 << 20) }));
  writeImage(join(folder, 'disk.raw'), capacityBytes, runs);
  const { indexHash } = await capture(capacityBytes);
  renameSync(repositoryPath, `${repositoryPath}.away`);
  const gone = { code: 'REPOSITORY_NOT_FOUND', message: expect.stringContaining(repositoryPath) };
  await expect(restore(indexHash, capacityBytes, 'RAW_SPARSE')).rejects.toMatchObject(gone);
  const request = { repositoryPath, indexHash, capacityBytes };
  await expect(engine.verifyDisk(request, recordingControl())).rejects.toMatchObject(gone);
  renameSync(`${repositoryPath}.away`, repositoryPath);
  rmSync(join(repositoryPath, 'chunks'), { recursive: true });
  const running = restore(indexHash, capacityBytes, 'RAW_SPARSE');
  await expect(running).rejects.toMatchObject({ code: 'CHUNK_MISSING', subject: { offsetBytes: expect.any(Number) } });
  expect(() => statSync(join(folder, 'RAW_SPARSE.out'))).toThrow('ENOENT');
});
