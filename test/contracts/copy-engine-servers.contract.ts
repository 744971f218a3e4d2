// Goal: a disk that another program reads for the engine is captured as that very disk; what is no whole disk is not.
// Method: qemu-img writes qcow2, VDI and VHDX, qemu-nbd and nbdkit serve; the index hash must be that of the raw disk.
import { afterEach, beforeEach, describe, expect } from '@jest/globals';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { type Server, createServer } from 'node:net';
import { join } from 'node:path';
import type { CaptureDiskResult, CopyEngine, SourceFormat } from '../../src/ports/copy-engine.js';
import type { DataRun } from '../native/disk-images.js';
import { makeFolder, recordingControl, removeFolder, seededBytes, waitFor, writeImage } from '../native/disk-images.js';
import { findPeer, peerOrSkip } from '../support/peers.js';

const mebibyte = 1 << 20;
const gibibyte = 1024 * mebibyte;

let folder = '';
let repositoryPath = '';
const servers: (ChildProcess | Server)[] = [];

function capture(
  engine: CopyEngine,
  relativePath: string,
  capacityBytes: number,
  sourceFormat: SourceFormat,
  control = recordingControl(),
): Promise<CaptureDiskResult> {
  const source = { rootPath: folder, relativePath };
  return engine.captureDisk({ repositoryPath, source, sourceFormat, capacityBytes }, control);
}

async function refusal(promise: Promise<unknown>): Promise<{ code: string; message: string }> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  const { code, message } = error as { code: string; message: string };
  return { code, message };
}

function qemu(...words: string[]): void {
  const { status, stdout, stderr } = spawnSync(findPeer('qemu-img') ?? '', words, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`qemu-img ${words.join(' ')}: ${stdout}${stderr}`);
}

async function serve(program: string, ...words: string[]): Promise<ChildProcess> {
  const server = spawn(program, words, { cwd: folder, stdio: 'ignore' });
  servers.push(server);
  await waitFor(() => existsSync(join(folder, 'socket')), `${program} to listen`);
  return server;
}

interface Disk {
  readonly name: string;
  readonly capacityBytes: number;
  readonly runs: readonly DataRun[];
}

const disks: Disk[] = [
  { name: '512 bytes', capacityBytes: 512, runs: [{ offsetBytes: 0, bytes: seededBytes(1, 512) }] },
  {
    name: 'odd capacity',
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
      { offsetBytes: 4 * gibibyte - 512, bytes: seededBytes(6, 200_000) },
      { offsetBytes: 5 * gibibyte - 512, bytes: seededBytes(5, 512) },
    ],
  },
];
const plainDisk: Disk = {
  name: 'plain',
  capacityBytes: 8 * mebibyte,
  runs: [{ offsetBytes: 0, bytes: seededBytes(9, 8 * mebibyte) }],
};

function images(engine: () => CopyEngine): void {
  const it = peerOrSkip('qemu-img', 'qemu-nbd', 'libnbd');
  const forms: [string, SourceFormat, string[]][] = [
    ['qcow2', 'QCOW2', []],
    ['qcow2 of version 2', 'QCOW2', ['-o', 'compat=0.10']],
    ['qcow2 with compressed clusters', 'QCOW2', ['-c']],
    ['qcow2 with small clusters and extended entries', 'QCOW2', ['-o', 'extended_l2=on,cluster_size=16k']],
    ['VDI', 'VDI', []],
    ['VHDX', 'VHDX', []],
  ];
  for (const [title, format, options] of forms) {
    // qemu does not tell where a VHDX has holes, so all of it is read.
    const some = format === 'VHDX' ? disks.slice(0, 2) : disks;
    it.each(some)(`${title} is the disk that qemu-img wrote: $name`, async ({ capacityBytes, runs }) => {
      writeImage(join(folder, 'disk.raw'), capacityBytes, runs);
      qemu('convert', '-f', 'raw', '-O', format.toLowerCase(), ...options, 'disk.raw', 'disk.image');
      const raw = await capture(engine(), 'disk.raw', capacityBytes, 'RAW');
      const image = await capture(engine(), 'disk.image', capacityBytes, format);
      // Which holes are known, and so how much is read, differs between formats.
      expect(image).toEqual({ ...raw, newChunkCount: 0, newStoredBytes: 0, readBytes: image.readBytes });
    });
  }
}

function patch(name: string, offsetBytes: number, bytes: Buffer): void {
  const file = openSync(join(folder, name), 'r+');
  writeSync(file, bytes, 0, bytes.length, offsetBytes);
  closeSync(file);
}

/** Makes `disk.image` of `disk.raw`, and does something to it. */
type Spoil = () => void;
const makeQcow2 = (...options: string[]): void =>
  qemu('convert', '-f', 'raw', '-O', 'qcow2', ...options, 'disk.raw', 'disk.image');
const cut = (bytes: number): void =>
  truncateSync(join(folder, 'disk.image'), statSync(join(folder, 'disk.image')).size - bytes);

const unsupported = 'UNSUPPORTED_SOURCE_FORMAT';
const damaged = 'SOURCE_DAMAGED';
const spoilt: [string, SourceFormat, Spoil, string, RegExp][] = [
  [
    'a qcow2 with a backing file',
    'QCOW2',
    () => qemu('create', '-q', '-f', 'qcow2', '-b', 'disk.raw', '-F', 'raw', 'disk.image'),
    unsupported,
    /backing file.*qemu-img convert/,
  ],
  [
    'a qcow2 with an external data file',
    'QCOW2',
    () => qemu('create', '-q', '-f', 'qcow2', '-o', 'data_file=other.raw', 'disk.image', '8M'),
    unsupported,
    /data in another file/,
  ],
  [
    'a qcow2 that is encrypted',
    'QCOW2',
    () => {
      makeQcow2();
      patch('disk.image', 35, Buffer.from([1]));
    },
    unsupported,
    /encrypted/,
  ],
  [
    'a raw disk called qcow2',
    'QCOW2',
    () => writeImage(join(folder, 'disk.image'), mebibyte, []),
    unsupported,
    /no qcow2/,
  ],
  ['an empty file', 'QCOW2', () => writeFileSync(join(folder, 'disk.image'), ''), unsupported, /no qcow2/],
  ['a qcow2 called VDI', 'VDI', () => makeQcow2(), unsupported, /no VDI/],
  ['a qcow2 called VHDX', 'VHDX', () => makeQcow2(), unsupported, /no VHDX/],
  [
    'a qcow2 marked as corrupt',
    'QCOW2',
    () => {
      makeQcow2();
      patch('disk.image', 79, Buffer.from([2]));
    },
    damaged,
    /marked as corrupt/,
  ],
  [
    'a qcow2 with unknown features',
    'QCOW2',
    () => {
      makeQcow2();
      patch('disk.image', 72, Buffer.from([1]));
    },
    unsupported,
    /not known/,
  ],
  [
    'a qcow2 that is cut off, which qemu would read as zeros',
    'QCOW2',
    () => {
      makeQcow2();
      cut(3 * mebibyte);
    },
    damaged,
    /qemu-img check: 2/,
  ],
  [
    'a qcow2 whose first table is torn',
    'QCOW2',
    () => {
      makeQcow2();
      const header = readFileSync(join(folder, 'disk.image')).subarray(0, 104);
      patch('disk.image', Number(header.readBigUInt64BE(40)), Buffer.alloc(8, 0x7f));
    },
    damaged,
    /qemu-img check/,
  ],
  [
    'a VDI that is cut off',
    'VDI',
    () => {
      qemu('convert', '-f', 'raw', '-O', 'vdi', 'disk.raw', 'disk.image');
      cut(512);
    },
    damaged,
    /tells of 8 blocks/,
  ],
  [
    'a VDI of a snapshot',
    'VDI',
    () => {
      qemu('convert', '-f', 'raw', '-O', 'vdi', 'disk.raw', 'disk.image');
      patch('disk.image', 76, Buffer.from([4]));
    },
    unsupported,
    /type 4/,
  ],
  [
    'a VHDX that is cut off',
    'VHDX',
    () => {
      qemu('convert', '-f', 'raw', '-O', 'vhdx', 'disk.raw', 'disk.image');
      cut(4 * mebibyte);
    },
    damaged,
    /qemu/,
  ],
  [
    'a qcow2 of another capacity',
    'QCOW2',
    () => qemu('create', '-q', '-f', 'qcow2', 'disk.image', '9M'),
    'SOURCE_TOO_LONG',
    /9437184/,
  ],
  [
    'a smaller qcow2',
    'QCOW2',
    () => qemu('create', '-q', '-f', 'qcow2', 'disk.image', '7M'),
    'SOURCE_TOO_SHORT',
    /7340032/,
  ],
];

function refusedImages(engine: () => CopyEngine): void {
  const it = peerOrSkip('qemu-img', 'qemu-nbd', 'libnbd');
  it.each(spoilt)('%s is refused', async (_name, format, spoil, code, message) => {
    writeImage(join(folder, 'disk.raw'), plainDisk.capacityBytes, plainDisk.runs);
    spoil();
    const found = await refusal(capture(engine(), 'disk.image', plainDisk.capacityBytes, format));
    expect(found).toEqual({ code, message: expect.stringMatching(message) });
    expect(found.message).toContain(join(folder, 'disk.image'));
    expect(found.message).not.toMatch(/json:|\/proc\//);
    expect(existsSync(repositoryPath)).toBe(false);
  });

  it('an image that another program writes to is refused', async () => {
    writeImage(join(folder, 'disk.raw'), plainDisk.capacityBytes, plainDisk.runs);
    makeQcow2();
    await serve('qemu-nbd', '--persistent', '--format=qcow2', `--socket=${join(folder, 'socket')}`, 'disk.image');
    const found = await refusal(capture(engine(), 'disk.image', plainDisk.capacityBytes, 'QCOW2'));
    expect(found).toEqual({ code: 'SOURCE_IN_USE', message: expect.stringMatching(/Stop that program/) });
  });
}

function sockets(engine: () => CopyEngine): void {
  const it = peerOrSkip('qemu-nbd', 'nbdkit', 'libnbd');
  const socketOf = (): string => join(folder, 'socket');

  it.each(disks)('a disk that qemu-nbd serves: $name', async ({ capacityBytes, runs }) => {
    writeImage(join(folder, 'disk.raw'), capacityBytes, runs);
    const raw = await capture(engine(), 'disk.raw', capacityBytes, 'RAW');
    await serve('qemu-nbd', '--persistent', '--read-only', '--format=raw', `--socket=${socketOf()}`, 'disk.raw');
    const served = await capture(engine(), 'socket', capacityBytes, 'NBD');
    // Which holes are known, and so how much is read, differs between formats.
    expect(served).toEqual({ ...raw, newChunkCount: 0, newStoredBytes: 0, readBytes: served.readBytes });
  });

  it.each([
    ['on many connections', []],
    ['on one connection', ['--filter=multi-conn', 'multi-conn-mode=disable']],
    ['without saying where holes are', ['--filter=noextents']],
    ['in blocks of 4 KiB', ['--filter=blocksize-policy', 'blocksize-minimum=4096', 'blocksize-error-policy=error']],
    ['in requests of 64 KiB', ['--filter=blocksize-policy', 'blocksize-maximum=65536', 'blocksize-error-policy=error']],
  ])('a disk that nbdkit serves %s', async (_name, words) => {
    const capacityBytes = 6 * mebibyte + 8192;
    writeImage(join(folder, 'disk.raw'), capacityBytes, [
      { offsetBytes: 4096, bytes: seededBytes(1, 3_000_000) },
      { offsetBytes: 6 * mebibyte + 4096, bytes: seededBytes(2, 4096) },
    ]);
    const raw = await capture(engine(), 'disk.raw', capacityBytes, 'RAW');
    const filters = words.filter((word) => word.startsWith('--'));
    const settings = words.filter((word) => !word.startsWith('--'));
    const base = ['--foreground', '--readonly', `--unix=${socketOf()}`, ...filters, 'file', join(folder, 'disk.raw')];
    await serve('nbdkit', ...base, ...settings);
    const served = await capture(engine(), 'socket', capacityBytes, 'NBD');
    // Which holes are known, and so how much is read, differs between formats.
    expect(served).toEqual({ ...raw, newChunkCount: 0, newStoredBytes: 0, readBytes: served.readBytes });
  });

  it('a server that fails to read, or ends, ends the capture', async () => {
    writeImage(join(folder, 'disk.raw'), plainDisk.capacityBytes, plainDisk.runs);
    const base = ['--foreground', '--readonly', `--unix=${socketOf()}`, '--filter=error', 'file'];
    await serve('nbdkit', ...base, join(folder, 'disk.raw'), 'error-pread=EIO', 'error-pread-rate=100%');
    const found = await refusal(capture(engine(), 'socket', plainDisk.capacityBytes, 'NBD'));
    expect(found).toEqual({
      code: 'IO_ERROR',
      message: expect.stringMatching(/socket: cannot read.*Input\/output error/),
    });
    expect(await refusal(capture(engine(), 'socket', mebibyte, 'NBD'))).toMatchObject({ code: 'SOURCE_TOO_LONG' });
  });

  it('what is no socket of a living server is refused', async () => {
    writeFileSync(join(folder, 'file'), 'x');
    expect(await refusal(capture(engine(), 'file', mebibyte, 'NBD'))).toMatchObject({ code: unsupported });
    expect(await refusal(capture(engine(), 'none', mebibyte, 'NBD'))).toMatchObject({ code: 'SOURCE_NOT_FOUND' });
    const server = await serve('nbdkit', '--foreground', `--unix=${socketOf()}`, 'null', '1M');
    server.kill('SIGKILL');
    await new Promise((resolve) => server.once('exit', resolve));
    expect(await refusal(capture(engine(), 'socket', mebibyte, 'NBD'))).toEqual({
      code: 'SOURCE_NOT_FOUND',
      message: expect.stringMatching(/no NBD server listens/),
    });
  });
}

function listenWith(answer: string | undefined): Promise<void> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    if (answer !== undefined) socket.end(answer);
  });
  servers.push(server);
  return new Promise((resolve) => server.listen(join(folder, 'socket'), resolve));
}

function strangers(engine: () => CopyEngine): void {
  const it = peerOrSkip('libnbd');
  it('a server that never answers holds nothing up: the abort is heard', async () => {
    await listenWith(undefined);
    const control = recordingControl();
    const running = capture(engine(), 'socket', mebibyte, 'NBD', control);
    await new Promise((resolve) => setTimeout(resolve, 50));
    control.abort();
    expect(await refusal(running)).toMatchObject({ code: 'ABORTED' });
  });

  it('a server of something else is refused', async () => {
    await listenWith('HTTP/1.1 400 Bad Request\r\n\r\n');
    expect(await refusal(capture(engine(), 'socket', mebibyte, 'NBD'))).toMatchObject({ code: 'IO_ERROR' });
  });
}

/** Runs the contract of images that other programs read on the engine that `makeEngine` gives. */
export function describeCopyEngineServers(name: string, makeEngine: () => CopyEngine): void {
  describe(`copy engine servers: ${name}`, () => {
    beforeEach(() => {
      folder = makeFolder();
      repositoryPath = join(folder, 'repository');
    });
    afterEach(() => {
      for (const server of servers.splice(0)) {
        if ('kill' in server) server.kill('SIGKILL');
        else server.close();
      }
      removeFolder(folder);
    });
    describe('images that qemu reads', () => images(makeEngine));
    describe('images that are refused', () => refusedImages(makeEngine));
    describe('sockets', () => sockets(makeEngine));
    describe('strangers', () => strangers(makeEngine));
  });
}
