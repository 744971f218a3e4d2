import { createHash } from 'node:crypto';
import { type BigIntStats, constants } from 'node:fs';
import { access, link, lstat, mkdir, open, rmdir, statfs, unlink } from 'node:fs/promises';
import type { PlacedFile } from '../../ports/copy-engine.js';
import { PortError } from '../../ports/port-error.js';
import type { PlacedFileFact, PlaceFiles, PlaceSpace } from '../../ports/place-files.js';
import { asPortError, inFolderOf, isMissing, openFolder, partsOf } from './open-beneath.js';

/** `PlaceFiles` on the file systems of this machine. Linux only: it resolves beneath open folders through /proc. */
export function createPlaceFiles(): PlaceFiles {
  return {
    inspect,
    sha256,
    write,
    isWrittenBy,
    removeScratch,
    missingFolders,
    makeFolders,
    removeFile,
    removeFolderIfEmpty,
    space,
  };
}

async function inspect(file: PlacedFile): Promise<PlacedFileFact | null> {
  try {
    return await inFolderOf(file, async (folder, name) => {
      const status = await lstat(folder.path(name));
      const kind = status.isFile() ? 'FILE' : status.isDirectory() ? 'FOLDER' : 'OTHER';
      return { kind, sizeBytes: status.size };
    });
  } catch (error) {
    if (isNotThere(error)) return null;
    throw error;
  }
}

function isNotThere(error: unknown): boolean {
  return error instanceof PortError && error.kind === 'not-found' && error.code === 'IO_ERROR';
}

async function sha256(file: PlacedFile, limitBytes: number): Promise<string | null> {
  try {
    return await inFolderOf(file, async (folder, name) => {
      const handle = await open(folder.path(name), constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
      try {
        const status = await handle.stat();
        if (!status.isFile() || status.size > limitBytes) return null;
        return createHash('sha256')
          .update(await handle.readFile())
          .digest('hex');
      } finally {
        await handle.close();
      }
    });
  } catch (error) {
    if (isNotThere(error)) return null;
    throw error;
  }
}

async function write(file: PlacedFile, content: Uint8Array, scratchId: string): Promise<void> {
  await inFolderOf(file, async (folder, name) => {
    const scratch = folder.path(scratchName(name, scratchId));
    if (await isOneFile(scratch, folder.path(name))) return;
    await unlinkIfThere(scratch);
    const handle = await open(scratch, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    try {
      // A link replaces nothing, a rename would; and the name that stays tells this file from one of somebody else.
      await link(scratch, folder.path(name));
    } catch (error) {
      await unlinkIfThere(scratch);
      throw error;
    } finally {
      await folder.handle.sync();
    }
  });
}

function scratchName(name: string, scratchId: string): string {
  return `.${name}.reinstate-${scratchId}`;
}

async function isOneFile(path: string, otherPath: string): Promise<boolean> {
  const [one, other] = await Promise.all([statusIfThere(path), statusIfThere(otherPath)]);
  return one !== null && other !== null && one.isFile() && one.ino === other.ino && one.dev === other.dev;
}

async function statusIfThere(path: string): Promise<BigIntStats | null> {
  try {
    return await lstat(path, { bigint: true });
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

async function isWrittenBy(file: PlacedFile, scratchId: string): Promise<boolean> {
  try {
    return await inFolderOf(file, (folder, name) =>
      isOneFile(folder.path(scratchName(name, scratchId)), folder.path(name)),
    );
  } catch (error) {
    if (isNotThere(error)) return false;
    throw error;
  }
}

async function removeScratch(file: PlacedFile, scratchId: string): Promise<void> {
  const parts = file.relativePath.split('/');
  const name = parts.pop() as string;
  await removeFile({ ...file, relativePath: [...parts, scratchName(name, scratchId)].join('/') });
}

async function unlinkIfThere(path: string): Promise<void> {
  try {
    await unlink(path);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}

async function missingFolders(folder: PlacedFile): Promise<readonly string[]> {
  const parts = partsOf(folder.relativePath);
  for (let count = 1; count <= parts.length; count += 1) {
    const path = parts.slice(0, count).join('/');
    const fact = await inspect({ rootPath: folder.rootPath, relativePath: path });
    if (fact === null) return parts.slice(count - 1).map((_, index) => parts.slice(0, count + index).join('/'));
    if (fact.kind !== 'FOLDER') throw asPortError({ code: 'ENOTDIR' }, path);
  }
  return [];
}

async function makeFolders(rootPath: string, folders: readonly string[]): Promise<void> {
  for (const relativePath of folders) {
    await inFolderOf({ rootPath, relativePath }, async (folder, name) => {
      await mkdir(folder.path(name), 0o700).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error;
      });
      await folder.handle.sync();
    });
  }
}

async function removeFile(file: PlacedFile): Promise<void> {
  try {
    await inFolderOf(file, async (folder, name) => {
      await unlink(folder.path(name));
      await folder.handle.sync();
    });
  } catch (error) {
    if (!isNotThere(error)) throw error;
  }
}

async function removeFolderIfEmpty(folder: PlacedFile): Promise<boolean> {
  try {
    return await inFolderOf(folder, async (parent, name) => {
      await rmdir(parent.path(name));
      return true;
    });
  } catch (error) {
    if (isNotThere(error)) return true;
    const code = ((error as Error).cause as NodeJS.ErrnoException | undefined)?.code;
    if (code === 'ENOTEMPTY' || code === 'EEXIST') return false;
    throw error;
  }
}

async function space(rootPath: string): Promise<PlaceSpace> {
  const may = async (mode: number): Promise<boolean> =>
    access(rootPath, mode).then(
      () => true,
      () => false,
    );
  const folder = await openFolder(rootPath, []).catch(() => null);
  if (folder === null) return { readable: false, writable: false, freeBytes: null };
  await folder.handle.close();
  const figures = await statfs(rootPath).catch(() => null);
  return {
    readable: await may(constants.R_OK | constants.X_OK),
    writable: await may(constants.W_OK | constants.X_OK),
    freeBytes: figures === null ? null : Math.min(figures.bavail * figures.bsize, Number.MAX_SAFE_INTEGER),
  };
}
