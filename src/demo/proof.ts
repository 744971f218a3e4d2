import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { GuestFiles } from './guest-files.js';
import { findTool, runProgram } from './programs.js';

/** Outcome of one check; NOT_CHECKED says that its program is not installed here. */
export type ProofResult = 'PASSED' | 'FAILED' | 'NOT_CHECKED';

export interface DiskProof {
  readonly wholeImage: ProofResult;
  readonly fileSystem: ProofResult;
  readonly files: ProofResult;
}

/** SHA-256 over every byte of a file, holes included. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path, { highWaterMark: 1024 * 1024 })) hash.update(piece as Buffer);
  return hash.digest('hex');
}

/** Holds a restored image against the hash of the one that was captured, and lets e2fsprogs judge it. */
export async function proveDisk(
  imagePath: string,
  expectedSha256: string,
  files: GuestFiles,
  workFolder: string,
): Promise<DiskProof> {
  const wholeImage = (await hashFile(imagePath)) === expectedSha256 ? 'PASSED' : 'FAILED';
  const isFileSystem = findTool('mke2fs') !== null;
  if (!isFileSystem) return { wholeImage, fileSystem: 'NOT_CHECKED', files: 'NOT_CHECKED' };
  return {
    wholeImage,
    fileSystem: await checkFileSystem(imagePath),
    files: await compareFiles(imagePath, files, workFolder),
  };
}

async function checkFileSystem(imagePath: string): Promise<ProofResult> {
  const e2fsck = findTool('e2fsck');
  if (e2fsck === null) return 'NOT_CHECKED';
  return (await runProgram(e2fsck, ['-fn', imagePath])).exitCode === 0 ? 'PASSED' : 'FAILED';
}

/** Takes the files out of the image with a program that never saw ours, and compares their bytes. */
async function compareFiles(imagePath: string, files: GuestFiles, workFolder: string): Promise<ProofResult> {
  const debugfs = findTool('debugfs');
  if (debugfs === null) return 'NOT_CHECKED';
  await rm(workFolder, { recursive: true, force: true });
  await mkdir(workFolder, { recursive: true });
  const { exitCode } = await runProgram(debugfs, ['-R', `rdump / ${workFolder}`, imagePath]);
  if (exitCode !== 0) return 'FAILED';
  for (const [path, content] of files) {
    const found = await readFile(join(workFolder, path)).catch(() => null);
    if (found === null || !found.equals(content)) return 'FAILED';
  }
  return 'PASSED';
}
