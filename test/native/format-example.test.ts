// Goal: docs/formats.md tells the truth, and is enough to write a reader.
// Method: rebuild the worked example from the document's words, compare with its digits and with the engine's files;
// then read a repository of incompressible chunks with the reader below, which shares no code with the engine.
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  makeFolder,
  nativeEngine,
  objectPath,
  recordingControl,
  removeFolder,
  seededBytes,
  writeImage,
} from './disk-images.js';

const documentText = readFileSync(fileURLToPath(new URL('../../docs/formats.md', import.meta.url)), 'utf8');
let folder = '';
let repositoryPath = '';
beforeEach(() => {
  folder = makeFolder();
  repositoryPath = join(folder, 'repository');
});
afterEach(() => removeFolder(folder));

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function capture(capacityBytes: number): Promise<{ indexHash: string }> {
  const source = { rootPath: folder, relativePath: 'disk.raw' };
  return nativeEngine().captureDisk({ repositoryPath, source, sourceFormat: 'RAW', capacityBytes }, recordingControl());
}

test('the worked example is what the engine writes', async () => {
  writeFileSync(join(folder, 'disk.raw'), Buffer.alloc(512, 'Z'));
  const { indexHash } = await capture(512);

  const body = Buffer.concat([
    Buffer.from([0, 2, 0, 0, 1]),
    Buffer.alloc(31),
    Buffer.alloc(512, 'Z'),
    Buffer.alloc(3584),
  ]);
  const chunkId = sha256(body);
  expect(documentText).toContain(`Chunk id: \`${chunkId}\``);
  const chunkFile = readFileSync(objectPath(repositoryPath, 'chunks', chunkId));
  const rawHeader = Buffer.from(/stored raw: `([0-9a-f]{64})`/.exec(documentText)![1]!, 'hex');
  const header = Buffer.from(chunkFile.subarray(0, 32));
  expect(header.readUInt32LE(16)).toBe(chunkFile.length - 32);
  expect(header[5]).toBe(1);
  header[5] = 0;
  header.writeUInt32LE(body.length, 16);
  expect(header.toString('hex')).toBe(rawHeader.toString('hex'));

  const pageDigits = /Root page, 130 bytes:\n\n```\n([0-9a-f\n]+)```/.exec(documentText)![1]!.replaceAll('\n', '');
  const page = readFileSync(objectPath(repositoryPath, 'pages', indexHash));
  expect(page.toString('hex')).toBe(pageDigits);
  expect(documentText).toContain(`Index hash: \`${indexHash}\``);
  expect(sha256(page)).toBe(indexHash);
});

test('a chunk stored raw, as the document allows, is read', async () => {
  writeFileSync(join(folder, 'disk.raw'), Buffer.alloc(512, 'Z'));
  const { indexHash } = await capture(512);
  const body = Buffer.concat([
    Buffer.from([0, 2, 0, 0, 1]),
    Buffer.alloc(31),
    Buffer.alloc(512, 'Z'),
    Buffer.alloc(3584),
  ]);
  const rawHeader = Buffer.from(/stored raw: `([0-9a-f]{64})`/.exec(documentText)![1]!, 'hex');
  writeFileSync(objectPath(repositoryPath, 'chunks', sha256(body)), Buffer.concat([rawHeader, body]));
  const verified = await nativeEngine().verifyDisk(
    { repositoryPath, indexHash, capacityBytes: 512 },
    recordingControl(),
  );
  expect(verified.damaged).toEqual([]);
});

test('format.json is the line of the document', async () => {
  writeFileSync(join(folder, 'disk.raw'), Buffer.alloc(512, 'Z'));
  await capture(512);
  expect(documentText).toContain(readFileSync(join(repositoryPath, 'format.json'), 'utf8').trim());
});

function readChunk(id: string): { plainLength: number; blocks: Map<number, Buffer> } {
  const file = readFileSync(objectPath(repositoryPath, 'chunks', id));
  expect(file.toString('latin1', 0, 4)).toBe('RSCH');
  expect([...file.subarray(4, 8)]).toEqual([1, 0, 0, 0]);
  const body = file.subarray(32, 32 + file.readUInt32LE(16));
  expect(sha256(body)).toBe(id);
  const blocks = new Map<number, Buffer>();
  for (let block = 0; block < 256; block++) {
    const isStored = (body[4 + (block >> 3)]! >> (block & 7)) & 1;
    if (isStored) blocks.set(block, body.subarray(36 + blocks.size * 4096, 36 + (blocks.size + 1) * 4096));
  }
  return { plainLength: body.readUInt32LE(0), blocks };
}

/** Chunk number and id of everything beneath a page. */
function readPage(id: string, pageNumber: number): [number, string][] {
  const file = readFileSync(objectPath(repositoryPath, 'pages', id));
  expect(sha256(file)).toBe(id);
  const level = file[5]!;
  const entryLength = level === 0 ? 34 : 48;
  const found: [number, string][] = [];
  let at = 96;
  for (let slot = 0; slot < 512; slot++) {
    if (!((file[32 + (slot >> 3)]! >> (slot & 7)) & 1)) continue;
    const child = file.subarray(at, at + 32).toString('hex');
    const number = pageNumber * 512 + slot;
    if (level === 0) found.push([number, child]);
    else found.push(...readPage(child, number));
    at += entryLength;
  }
  expect(at).toBe(file.length);
  return found;
}

test('a reader written from the document alone gets every byte', async () => {
  const capacityBytes = 700 * 1048576 + 131584;
  const runs = [
    { offsetBytes: 0, bytes: seededBytes(1, 1048576) },
    { offsetBytes: 3 * 1048576 - 8192, bytes: seededBytes(2, 16384) },
    { offsetBytes: 600 * 1048576 + 4096, bytes: seededBytes(3, 4096) },
    { offsetBytes: 700 * 1048576 - 4096, bytes: seededBytes(4, 135680) },
  ];
  writeImage(join(folder, 'disk.raw'), capacityBytes, runs);
  const { indexHash } = await capture(capacityBytes);
  const root = readFileSync(objectPath(repositoryPath, 'pages', indexHash));
  expect(Number(root.readBigUInt64LE(16))).toBe(capacityBytes);
  const chunks = readPage(indexHash, 0);
  expect(chunks.map(([number]) => number)).toEqual([0, 2, 3, 600, 699, 700]);
  const disk = new Map<number, Buffer>();
  for (const [number, id] of chunks) {
    const { plainLength, blocks } = readChunk(id);
    expect(plainLength).toBe(number === 700 ? 131584 : 1048576);
    for (const [block, bytes] of blocks) disk.set(number * 256 + block, bytes);
  }
  const expected = new Map<number, Buffer>();
  for (const { offsetBytes, bytes } of runs) {
    for (let at = 0; at < bytes.length; at += 4096) {
      const block = Buffer.alloc(4096);
      bytes.copy(block, 0, at, at + 4096);
      expected.set((offsetBytes + at) / 4096, block);
    }
  }
  expect([...disk.keys()]).toEqual([...expected.keys()]);
  for (const [block, bytes] of expected)
    expect({ block, same: disk.get(block)!.equals(bytes) }).toEqual({ block, same: true });
});
