// Remembers by content hash what a set-up step was last run on, and keeps two set-ups from running at once.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { packageRoot, say } from './run-command.mjs';

/** Between creation and first write the lock file is empty; nobody takes it for abandoned that early. */
const NEW_LOCK_MS = 2_000;
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

/** Runs `work` while no other process holds the lock. A lock left by a killed set-up is taken over at once. */
export async function withLock(work, stateFolder = defaultStateFolder) {
  mkdirSync(stateFolder, { recursive: true });
  const file = join(stateFolder, 'setup.lock');
  await takeLock(file);
  try {
    return await work();
  } finally {
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
    writeFileSync(file, identityOf(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Renames before it removes: of two waiting processes only one gets the abandoned file. */
function removeStale(file) {
  try {
    const identity = readFileSync(file, 'utf8');
    const ageMs = Date.now() - statSync(file).mtimeMs;
    if (identity === '' && ageMs < NEW_LOCK_MS) return false;
    if (identity !== '' && identity === identityOf(Number(identity.split(' ')[0]))) return false;
    const aside = `${file}.stale-${process.pid}`;
    renameSync(file, aside);
    rmSync(aside, { force: true });
    return true;
  } catch (error) {
    if (error.code === 'ENOENT') return true;
    throw error;
  }
}

/** Process id with the time at which it started, because ids are used again; empty when there is no such process. */
function identityOf(processId) {
  if (!isAlive(processId)) return '';
  const statFile = `/proc/${processId}/stat`;
  if (!existsSync(statFile)) return String(processId);
  const stat = readFileSync(statFile, 'utf8');
  const fieldsAfterName = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return `${processId} ${fieldsAfterName[19]}`;
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
