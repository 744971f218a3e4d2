import { constants } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import type { PlacedFile } from '../../ports/copy-engine.js';
import { PortError } from '../../ports/port-error.js';

/** An open folder; `path(name)` names an entry in it whatever becomes of the folder's own name meanwhile. */
export interface OpenFolder {
  readonly handle: FileHandle;
  path(name: string): string;
}

/** Parts of a relative path. Throws PATH_OUTSIDE_LOCATION for anything but plain names. */
export function partsOf(relativePath: string): string[] {
  const parts = relativePath.split('/');
  const plain = parts.every((part) => part !== '' && part !== '.' && part !== '..' && !part.includes('\0'));
  if (plain) return parts;
  throw new PortError(
    'denied',
    'PATH_OUTSIDE_LOCATION',
    `"${relativePath}" is not a plain path beneath its location. Use names joined by "/", without "." and "..".`,
    { path: relativePath },
  );
}

/**
 * Opens the folder of `parts` beneath the root, each part on the open folder before it and without following symbolic
 * links. Node has no openat; `/proc/self/fd/N/name` resolves in the kernel against the open folder, which is the same.
 */
export async function openFolder(rootPath: string, parts: readonly string[]): Promise<OpenFolder> {
  const flags = constants.O_RDONLY | constants.O_DIRECTORY;
  let handle = await open(rootPath, flags).catch((error: NodeJS.ErrnoException) => {
    throw new PortError('not-found', 'LOCATION_NOT_AVAILABLE', `Its folder cannot be opened (${error.code}).`);
  });
  for (const part of parts) {
    const next = await open(`/proc/self/fd/${handle.fd}/${part}`, flags | constants.O_NOFOLLOW).finally(() =>
      handle.close(),
    );
    handle = next;
  }
  return { handle, path: (name) => `/proc/self/fd/${handle.fd}/${name}` };
}

/** Runs `work` on the open folder that holds `file`; what the system refuses becomes a PortError. */
export async function inFolderOf<Result>(
  file: PlacedFile,
  work: (folder: OpenFolder, name: string) => Promise<Result>,
): Promise<Result> {
  const parts = partsOf(file.relativePath);
  const name = parts.pop() as string;
  let folder: OpenFolder | undefined;
  try {
    folder = await openFolder(file.rootPath, parts);
    return await work(folder, name);
  } catch (error) {
    throw asPortError(error, file.relativePath);
  } finally {
    await folder?.handle.close();
  }
}

export function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}

const KINDS = new Map<string, ['denied' | 'conflict' | 'retryable' | 'not-found', string, string]>([
  ['ELOOP', ['denied', 'PATH_OUTSIDE_LOCATION', 'is or passes a symbolic link. Name the real folder.']],
  ['ENOTDIR', ['denied', 'PATH_OUTSIDE_LOCATION', 'passes something that is no folder. Choose another folder.']],
  ['EACCES', ['denied', 'TARGET_NOT_WRITABLE', 'may not be written by this service. Change its permissions.']],
  ['EPERM', ['denied', 'TARGET_NOT_WRITABLE', 'may not be written by this service. Change its permissions.']],
  ['EROFS', ['denied', 'TARGET_NOT_WRITABLE', 'is on a file system that is mounted read-only.']],
  ['EEXIST', ['conflict', 'TARGET_EXISTS', 'exists already and is never replaced. Choose another folder.']],
  ['ENOSPC', ['retryable', 'NO_SPACE', 'cannot be written: no space is left.']],
  ['EDQUOT', ['retryable', 'NO_SPACE', 'cannot be written: the quota is used up.']],
  ['ENOENT', ['not-found', 'IO_ERROR', 'does not exist.']],
]);

export function asPortError(error: unknown, path: string): PortError {
  if (error instanceof PortError) return error;
  const code = (error as NodeJS.ErrnoException).code;
  if (code === undefined) throw error;
  const [kind, word, text] = KINDS.get(code) ?? ['retryable' as const, 'IO_ERROR', `cannot be used (${code}).`];
  return new PortError(kind, word, `${path} ${text}`, { path }, error);
}
