import { randomBytes, randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { link, mkdir, open, readdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { PortError } from '../../ports/port-error.js';
import type { RepositoryFolders, RepositoryLook } from '../../ports/repository-folders.js';

/** Version 1 of docs/formats.md, member by member; the copy engine writes and reads the very same. */
const FORMAT: Readonly<Record<string, string | number>> = {
  format: 'reinstate-repository',
  version: 1,
  chunkSizeBytes: 1_048_576,
  blockSizeBytes: 4_096,
  pageFanOut: 512,
  hash: 'sha-256',
  cipher: 'none',
};
const FOLDERS: readonly string[] = ['chunks', 'pages', 'quarantine', 'tmp'];
const FILE_BYTES_MAX = 4_096;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function createRepositoryFolders(): RepositoryFolders {
  return { look, provide };
}

async function look(path: string): Promise<RepositoryLook> {
  try {
    const format = await readSmallFile(join(path, 'format.json'));
    if (format === null) return await lookWithoutFormat(path);
    const unknown = unknownFormat(format);
    if (unknown !== null) return { state: 'UNUSABLE', reason: unknown };
    const identity = await readSmallFile(join(path, 'identity.json'));
    if (identity === null) return { state: 'READY', identity: null };
    const id = (asObject(identity) ?? {})['repositoryId'];
    if (typeof id !== 'string' || !UUID.test(id)) return { state: 'UNUSABLE', reason: 'identity.json is damaged' };
    return { state: 'READY', identity: id };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown reason';
    return { state: 'UNUSABLE', reason: `the folder cannot be read (${code})` };
  }
}

async function lookWithoutFormat(path: string): Promise<RepositoryLook> {
  for (const name of await namesIn(path)) {
    if (name === 'lost+found' || name.startsWith('format.json.') || name.startsWith('identity.json.')) continue;
    const isEmptyFolder = FOLDERS.includes(name) && (await readdir(join(path, name))).length === 0;
    if (!isEmptyFolder) return { state: 'UNUSABLE', reason: 'the folder holds other files and no format.json' };
  }
  return { state: 'EMPTY' };
}

async function namesIn(path: string): Promise<string[]> {
  return await readdir(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
}

function unknownFormat(text: string): string | null {
  const found = asObject(text);
  if (found === null) return 'format.json is damaged';
  for (const [name, value] of Object.entries(FORMAT)) {
    if (found[name] !== value) return `format.json has ${name} of another format`;
  }
  const other = Object.keys(found).find((name) => !Object.hasOwn(FORMAT, name));
  return other === undefined ? null : 'format.json names what this release does not know';
}

function asObject(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

/** Null when there is no such file. */
async function readSmallFile(file: string): Promise<string | null> {
  const handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    },
  );
  if (handle === null) return null;
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(FILE_BYTES_MAX), 0, FILE_BYTES_MAX, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function provide(path: string): Promise<string> {
  try {
    const before = await look(path);
    if (before.state === 'EMPTY') {
      await mkdir(path, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error;
      });
      for (const name of FOLDERS) await mkdir(join(path, name), { recursive: true, mode: 0o700 });
      await placeOnce(path, 'format.json', JSON.stringify(FORMAT));
    }
    if (before.state !== 'READY' || before.identity === null) {
      await placeOnce(path, 'identity.json', JSON.stringify({ repositoryId: randomUUID() }));
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown reason';
    throw notProvided(`it cannot be written (${code})`, error);
  }
  const after = await look(path);
  if (after.state === 'READY' && after.identity !== null) return after.identity;
  throw notProvided(after.state === 'UNUSABLE' ? after.reason : 'it is not there after it was written');
}

function notProvided(reason: string, cause?: unknown): PortError {
  return new PortError('not-found', 'REPOSITORY_NOT_FOUND', `The repository cannot be made: ${reason}.`, {}, cause);
}

/** Whole or not at all; a file that is there already stays, also when another executor writes at the same moment. */
async function placeOnce(folder: string, name: string, text: string): Promise<void> {
  const draft = join(folder, `${name}.${process.pid}-${randomBytes(4).toString('hex')}`);
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  try {
    await link(draft, join(folder, name)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  } finally {
    await unlink(draft);
  }
  const parent = await open(folder, 'r');
  try {
    await parent.sync();
  } finally {
    await parent.close();
  }
}
