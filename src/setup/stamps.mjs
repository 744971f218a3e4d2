// Remembers by content hash what a set-up step was last run on, and keeps two set-ups from running at once.
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  openSync,
  closeSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join, relative, sep } from 'node:path';
import { packageRoot, say } from './run-command.mjs';

const HEARTBEAT_MS = 2_000;
const STALE_AFTER_MS = 30_000;
const GIVE_UP_AFTER_MS = 20 * 60_000;

export const defaultStateFolder = join(packageRoot, 'node_modules', '.cache', 'reinstate');

/** All files beneath `path` (or `path` itself), sorted, without those whose relative path `skip` refuses. */
export function listFiles(path, skip = () => false) {
  if (!existsSync(path) || skip(relative(packageRoot, path))) return [];
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path).sort();
  return names.flatMap((name) => listFiles(join(path, name), skip));
}

/** SHA-256 over names and contents of `files`, and over `extra` text such as a tool's version. */
export function hashFiles(files, extra = '') {
  const hash = createHash('sha256').update(extra);
  for (const file of files) {
    const name = relative(packageRoot, file).split(sep).join('/');
    const content = readFileSync(file);
    hash.update(`\0${name}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

export function isStamped(name, contentHash, stateFolder = defaultStateFolder) {
  const file = join(stateFolder, `${name}.stamp`);
  return existsSync(file) && readFileSync(file, 'utf8').trim() === contentHash;
}

export function stamp(name, contentHash, stateFolder = defaultStateFolder) {
  mkdirSync(stateFolder, { recursive: true });
  const temporary = join(stateFolder, `${name}.stamp.${process.pid}`);
  writeFileSync(temporary, `${contentHash}\n`);
  renameSync(temporary, join(stateFolder, `${name}.stamp`));
}

/**
 * Runs `work` while no other process holds the lock. The holder touches the file every two seconds, so a lock left by a
 * killed set-up is taken over after half a minute, or at once when its process is gone.
 */
export async function withLock(work, stateFolder = defaultStateFolder) {
  mkdirSync(stateFolder, { recursive: true });
  const file = join(stateFolder, 'setup.lock');
  await takeLock(file);
  const heartbeat = setInterval(() => touch(file), HEARTBEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    rmSync(file, { force: true });
  }
}

async function takeLock(file) {
  const startMs = Date.now();
  let told = false;
  while (!tryCreate(file)) {
    if (removeStale(file)) continue;
    if (Date.now() - startMs > GIVE_UP_AFTER_MS) {
      throw new Error(`another set-up has held ${file} for 20 minutes; end it, or remove the file if none is running`);
    }
    if (!told) say('setup: another set-up is running, waiting for it');
    told = true;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

function tryCreate(file) {
  try {
    const descriptor = openSync(file, 'wx');
    writeSync(descriptor, String(process.pid));
    closeSync(descriptor);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Renames before it removes: of two waiting processes only one gets the stale file. */
function removeStale(file) {
  try {
    const holder = Number(readFileSync(file, 'utf8'));
    const ageMs = Date.now() - statSync(file).mtimeMs;
    const justCreated = ageMs < HEARTBEAT_MS;
    if (justCreated || (isAlive(holder) && ageMs < STALE_AFTER_MS)) return false;
    const aside = `${file}.stale-${process.pid}`;
    renameSync(file, aside);
    rmSync(aside, { force: true });
    return true;
  } catch (error) {
    if (error.code === 'ENOENT') return true;
    throw error;
  }
}

function isAlive(processId) {
  if (!Number.isInteger(processId) || processId <= 0) return false;
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function touch(file) {
  try {
    utimesSync(file, new Date(), new Date());
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
}
