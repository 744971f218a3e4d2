import { createHash } from 'node:crypto';
import { open, mkdir, rm, truncate } from 'node:fs/promises';
import { dirname } from 'node:path';
import { CliError } from '../cli/cli-error.js';
import { guestFilesAt, writeGuestFiles } from './guest-files.js';
import type { GuestFiles } from './guest-files.js';
import { findTool, runProgram } from './programs.js';

export interface GuestDisk {
  readonly vmName: string;
  readonly deviceKey: number;
  readonly capacityBytes: number;
  readonly imagePath: string;
}

const BLOCK_BYTES = 4096;

/**
 * Writes the image of a guest disk at a point: a sparse ext4 file system when mke2fs is there, else the same files one
 * after the other at block borders. Returns the files that it holds.
 */
export async function writeGuestDisk(disk: GuestDisk, point: number, filesFolder: string): Promise<GuestFiles> {
  const files = guestFilesAt(disk.vmName, disk.deviceKey, point);
  await mkdir(dirname(disk.imagePath), { recursive: true });
  await rm(disk.imagePath, { force: true });
  const mke2fs = findTool('mke2fs');
  if (mke2fs === null) await writePlainImage(disk, files);
  else await writeFileSystem(mke2fs, disk, files, filesFolder);
  await truncate(disk.imagePath, disk.capacityBytes);
  return files;
}

async function writeFileSystem(mke2fs: string, disk: GuestDisk, files: GuestFiles, folder: string): Promise<void> {
  await writeGuestFiles(files, folder);
  const uuid = uuidFrom(`${disk.vmName}/${disk.deviceKey}`);
  const blocks = Math.floor(disk.capacityBytes / BLOCK_BYTES);
  const options = ['-q', '-F', '-t', 'ext4', '-b', String(BLOCK_BYTES), '-U', uuid, '-E', `hash_seed=${uuid}`];
  const { exitCode, output } = await runProgram(mke2fs, [...options, '-d', folder, disk.imagePath, String(blocks)]);
  if (exitCode === 0) return;
  throw new CliError('DEMO', `mke2fs could not make ${disk.imagePath}: ${output.trim()}`, 'is there space left?');
}

/** The same disk has the same file system UUID at every point, as a disk that was never formatted again. */
function uuidFrom(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

async function writePlainImage(disk: GuestDisk, files: GuestFiles): Promise<void> {
  const image = await open(disk.imagePath, 'w');
  try {
    let offset = 0;
    for (const [path, content] of files) {
      const header = Buffer.from(`${path} ${content.length}\n`);
      for (const piece of [header, content]) {
        await image.write(piece, 0, piece.length, offset);
        offset += Math.ceil(piece.length / BLOCK_BYTES) * BLOCK_BYTES;
      }
    }
  } finally {
    await image.close();
  }
}
