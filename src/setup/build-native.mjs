// Builds the native copy engine into native/build. Plain JavaScript: it runs before anything is compiled.
// Usage: node src/setup/build-native.mjs [--force]
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const projectFolder = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const nativeFolder = join(projectFolder, 'native');
const buildFolder = join(nativeFolder, 'build');
const stampFile = join(buildFolder, 'sources.sha256');
const lockFile = join(nativeFolder, '.build.lock');
const products = ['reinstate_native.node', 'bench-engine'].map((name) => join(buildFolder, 'Release', name));

/** Debian packages that the build needs, for whoever installs them. */
export const nativeBuildPackages = ['g++', 'make', 'python3', 'libzstd-dev', 'libdeflate-dev', 'libssl-dev'];

function sourceFiles(folder) {
  const files = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) files.push(...sourceFiles(path));
    else files.push(path);
  }
  return files.sort();
}

function sourcesHash() {
  const hash = createHash('sha256');
  const files = [
    join(nativeFolder, 'binding.gyp'),
    join(nativeFolder, 'node-headers', 'common.gypi'),
    ...sourceFiles(join(nativeFolder, 'src')),
  ];
  for (const file of files) hash.update(file.slice(projectFolder.length)).update('\0').update(readFileSync(file));
  return hash.update(`${process.arch} napi8`).digest('hex');
}

function isUpToDate(hash) {
  if (!products.every((product) => existsSync(product)) || !existsSync(stampFile)) return false;
  return readFileSync(stampFile, 'utf8') === hash;
}

/** Names what the build machine lacks; empty when nothing. */
function missingTools() {
  const missing = [];
  for (const [command, packageName] of [
    ['g++', 'g++'],
    ['make', 'make'],
    ['python3', 'python3'],
  ]) {
    if (spawnSync(command, ['--version'], { stdio: 'ignore' }).status !== 0) missing.push(packageName);
  }
  if (missing.includes('g++')) return missing;
  for (const [library, header, packageName] of [
    ['libzstd.a', 'zstd.h', 'libzstd-dev'],
    ['libdeflate.a', 'libdeflate.h', 'libdeflate-dev'],
    ['libcrypto.a', 'openssl/sha.h', 'libssl-dev'],
  ]) {
    const link = spawnSync('g++', ['-xc++', '-', '-o', '/dev/null', `-l:${library}`, '-ldl', '-pthread'], {
      input: `#include <${header}>\nint main() { return 0; }\n`,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    if (link.status !== 0) missing.push(packageName);
  }
  return missing;
}

function processLives(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Two builds in one folder would spoil each other. Waits up to five minutes for another one. */
function withLock(work) {
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (let waitedMs = 0; ; waitedMs += 200) {
    try {
      writeFileSync(lockFile, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const holder = existsSync(lockFile) ? Number(readFileSync(lockFile, 'utf8')) : 0;
      if (holder > 0 && !processLives(holder)) rmSync(lockFile, { force: true });
      if (waitedMs > 300_000) return { ok: false, reason: `another build holds ${lockFile}; remove it if none runs` };
      Atomics.wait(pause, 0, 0, 200);
    }
  }
  try {
    return work();
  } finally {
    rmSync(lockFile, { force: true });
  }
}

function runNodeGyp() {
  const nodeGyp = createRequire(import.meta.url).resolve('node-gyp/bin/node-gyp.js');
  const nodeHeaders = join(nativeFolder, 'node-headers');
  const words = [nodeGyp, 'configure', 'build', '-j', '2', `--nodedir=${nodeHeaders}`, '--loglevel=error'];
  // npm hands its user's settings down as npm_config_*; node-gyp would take another nodedir from there over ours.
  const ownSettings = Object.entries(process.env).filter(([name]) => !/^npm_config_/i.test(name));
  const path = `${dirname(process.execPath)}:${process.env.PATH ?? ''}`;
  const environment = { ...Object.fromEntries(ownSettings), PATH: path };
  const run = spawnSync(process.execPath, words, { cwd: nativeFolder, encoding: 'utf8', env: environment });
  if (run.status === 0) return { ok: true, reason: '' };
  const output = `${run.stdout ?? ''}\n${run.stderr ?? ''}`;
  mkdirSync(buildFolder, { recursive: true });
  writeFileSync(join(buildFolder, 'build.log'), output);
  const line = output
    .split('\n')
    .find((text) => /error/i.test(text) && !/^gyp ERR! (stack|System|command|cwd|node)/.test(text));
  return { ok: false, reason: `${line?.trim() ?? 'node-gyp failed'} (all of it: native/build/build.log)` };
}

/**
 * Builds the addon and bench-engine unless they are up to date. Never throws for a failed build.
 * @param {{ force?: boolean }} [options]
 * @returns {{ ok: boolean, reason: string, built: boolean }} `reason` is one line, empty when ok.
 */
export function buildNative(options = {}) {
  if (process.platform !== 'linux') return { ok: false, built: false, reason: 'the copy engine needs Linux' };
  const hash = sourcesHash();
  if (!options.force && isUpToDate(hash)) return { ok: true, built: false, reason: '' };
  const missing = missingTools();
  if (missing.length > 0) {
    const remedy = `apt-get install -y ${nativeBuildPackages.join(' ')}`;
    return { ok: false, built: false, reason: `missing ${missing.join(', ')}; on Debian: ${remedy}` };
  }
  return withLock(() => {
    if (!options.force && isUpToDate(hash)) return { ok: true, built: false, reason: '' };
    const result = runNodeGyp();
    if (result.ok) writeFileSync(stampFile, hash);
    return { ...result, built: result.ok };
  });
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const result = buildNative({ force: process.argv.includes('--force') });
  if (!result.ok) process.stderr.write(`native copy engine not built: ${result.reason}\n`);
  else process.stderr.write(result.built ? 'native copy engine built\n' : 'native copy engine is up to date\n');
  process.exitCode = result.ok ? 0 : 1;
}
