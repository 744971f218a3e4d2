import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';

/** Where Debian and others keep file system tools; an ordinary user's PATH often leaves them out. */
const FOLDERS = ['/usr/sbin', '/sbin', '/usr/local/sbin', '/usr/bin', '/bin', '/usr/local/bin'];

export type FileSystemTool = 'mke2fs' | 'e2fsck' | 'debugfs';

/** Absolute path of a program of e2fsprogs, null when it is not installed. */
export function findTool(name: FileSystemTool): string | null {
  for (const folder of FOLDERS) {
    const path = join(folder, name);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // Not in this folder.
    }
  }
  return null;
}

export interface ProgramResult {
  readonly exitCode: number;
  readonly output: string;
}

/** Runs a program to its end with stdout and stderr together. A program that cannot be started counts as 127. */
export function runProgram(path: string, args: readonly string[]): Promise<ProgramResult> {
  return new Promise((resolve) => {
    const child = spawn(path, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const pieces: Buffer[] = [];
    child.stdout.on('data', (piece: Buffer) => pieces.push(piece));
    child.stderr.on('data', (piece: Buffer) => pieces.push(piece));
    child.on('error', (error) => resolve({ exitCode: 127, output: error.message }));
    child.on('close', (code) => resolve({ exitCode: code ?? 128, output: Buffer.concat(pieces).toString('utf8') }));
  });
}
