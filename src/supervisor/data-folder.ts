import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:net';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EventLog } from '../ports/event-log.js';

/** Raised when a folder inside the data folder changes its meaning. */
export const LAYOUT_VERSION = 1;

const SUBFOLDERS = ['repository', 'keys', 'run', 'logs'] as const;
const BEAT_MS = 3_000;
const FOREIGN_SILENCE_MS = 12_000;
/** As root the embedded database's account must pass through this one folder to reach its cluster. */
const SHARED_ROOT = '/var/lib/reinstate';

export type DataFolderErrorCode = 'HELD' | 'LAYOUT_FROM_THE_FUTURE' | 'NOT_A_FOLDER' | 'NOT_OURS';

/** The data folder cannot be used. The message says why and what to do. */
export class DataFolderError extends Error {
  readonly code: DataFolderErrorCode;

  constructor(code: DataFolderErrorCode, message: string) {
    super(message);
    this.name = 'DataFolderError';
    this.code = code;
  }
}

export interface DataFolderLock {
  /** Lets the next supervisor in. Safe to call twice. */
  release(): Promise<void>;
}

interface LockFile {
  readonly pid: number;
  readonly host: string;
  readonly since: string;
}

/**
 * Makes the folder (0700) and its parts, and checks that this release understands its layout.
 * @throws DataFolderError NOT_A_FOLDER, NOT_OURS, LAYOUT_FROM_THE_FUTURE
 */
export function prepareDataFolder(dataFolder: string): void {
  if (existsSync(dataFolder) && !statSync(dataFolder).isDirectory()) {
    throw new DataFolderError('NOT_A_FOLDER', `${dataFolder} is a file. Name a folder as REINSTATE_DATA_FOLDER.`);
  }
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const userId = process.getuid?.();
  const { uid } = statSync(dataFolder);
  if (userId !== undefined && userId !== 0 && uid !== userId) {
    throw new DataFolderError(
      'NOT_OURS',
      `${dataFolder} belongs to user ${uid}, the service runs as user ${userId}. ` +
        'Run it as the owner, or name another folder as REINSTATE_DATA_FOLDER.',
    );
  }
  chmodSync(dataFolder, dataFolder === SHARED_ROOT && userId === 0 ? 0o711 : 0o700);
  for (const name of SUBFOLDERS) mkdirSync(join(dataFolder, name), { recursive: true, mode: 0o700 });
  checkLayout(join(dataFolder, 'layout-version'), dataFolder);
}

/** Replaces a file in one step; readers see the old or the new content, never a part. */
export function writeFileAtomically(path: string, content: string): void {
  const draft = `${path}.${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, content, { mode: 0o600 });
  renameSync(draft, path);
}

/**
 * Makes this process the only supervisor of the data folder. The kernel holds the lock (an abstract socket named after
 * the folder's inode) and lets it go however the process ends. A container with a network of its own does not see
 * that socket: for it, and for a folder shared by machines, the lock file's beat is watched as well.
 * @throws DataFolderError HELD
 */
export async function lockDataFolder(
  dataFolder: string,
  log: EventLog,
  beatMs: number = BEAT_MS,
): Promise<DataFolderLock> {
  const path = join(dataFolder, 'lock');
  const { dev, ino } = statSync(dataFolder, { bigint: true });
  const server = await bindOrUndefined(`\0reinstate-data-folder-${dev}-${ino}`);
  if (server === undefined) throw heldBy(dataFolder, readLockFile(path));
  try {
    await waitForForeignHolder(dataFolder, path);
  } catch (error) {
    await closeServer(server);
    throw error;
  }
  const content: LockFile = { pid: process.pid, host: hostname(), since: new Date().toISOString() };
  writeFileAtomically(path, `${JSON.stringify(content)}\n`);
  const beat = startBeat(path, log, beatMs);
  let released = false;
  return {
    release: async () => {
      if (released) return;
      released = true;
      clearInterval(beat);
      rmSync(path, { force: true });
      await closeServer(server);
    },
  };
}

/** No socket, so nobody on this machine; a file of another machine counts while somebody touches it. */
async function waitForForeignHolder(dataFolder: string, path: string): Promise<void> {
  const holder = readLockFile(path);
  if (holder === undefined || holder.host === hostname()) return;
  // Watched instead of compared with our clock: clocks of two machines need not agree.
  const first = modifiedAt(path);
  const end = Date.now() + FOREIGN_SILENCE_MS;
  while (Date.now() < end) {
    await sleep(250);
    const now = modifiedAt(path);
    if (now === undefined) return;
    if (now !== first) throw heldBy(dataFolder, holder);
  }
}

function heldBy(dataFolder: string, holder: LockFile | undefined): DataFolderError {
  const who =
    holder === undefined ? 'another process' : `process ${holder.pid} on ${holder.host} since ${holder.since}`;
  return new DataFolderError(
    'HELD',
    `A service already runs on ${dataFolder}: ${who}. Stop it, or name another folder as REINSTATE_DATA_FOLDER.`,
  );
}

function bindOrUndefined(name: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((connection) => connection.destroy());
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(undefined);
      else reject(error);
    });
    server.listen({ path: name }, () => {
      server.unref();
      resolve(server);
    });
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}

function readLockFile(path: string): LockFile | undefined {
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as LockFile;
  } catch {
    // Damaged or just removed: the socket is what counts.
    return undefined;
  }
}

function modifiedAt(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs;
}

/** Says that this holder lives. The socket is the lock on this machine: a beat that fails is worth a line, no more. */
function startBeat(path: string, log: EventLog, everyMs: number): NodeJS.Timeout {
  let failing = false;
  const beat = (): void => {
    const now = new Date();
    try {
      utimesSync(path, now, now);
      failing = false;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (!failing) log.warn({ path, code }, 'the lock file of the data folder cannot be touched');
      failing = true;
    }
  };
  return setInterval(beat, everyMs).unref();
}

function checkLayout(path: string, dataFolder: string): void {
  if (!existsSync(path)) {
    writeFileAtomically(path, `${LAYOUT_VERSION}\n`);
    return;
  }
  const found = Number(readFileSync(path, 'utf8').trim());
  if (Number.isInteger(found) && found >= 1 && found <= LAYOUT_VERSION) return;
  throw new DataFolderError(
    'LAYOUT_FROM_THE_FUTURE',
    `${dataFolder} has layout version ${found}, this release knows ${LAYOUT_VERSION}. Start the release that made it.`,
  );
}
