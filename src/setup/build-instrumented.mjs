// Builds the copy engine's programs with sanitizers into native/build-<variant>; only what changed is compiled again.
//   node src/setup/build-instrumented.mjs plain|asan|tsan|fuzz
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findProgram } from './peers.mjs';
import { packageRoot, runCommand, say, secondsSince } from './run-command.mjs';
import { withLock } from './stamps.mjs';

const nativeFolder = join(packageRoot, 'native');
const WARNINGS = ['-Wall', '-Wextra'];
const CODE = ['-std=c++17', '-g1', '-O1', '-fno-omit-frame-pointer', '-pthread'];
const COMMON = [...CODE, ...WARNINGS, '-D_GNU_SOURCE'];
const LIBRARIES = ['-l:libzstd.a', '-l:libdeflate.a', '-l:libcrypto.a', '-ldl', '-pthread'];
const ADDRESS = ['-fsanitize=address,undefined', '-fno-sanitize-recover=all'];
/** Program → folders of its sources. */
const PROGRAMS = {
  'bench-engine': ['src/core', 'src/bench'],
  'fault-engine': ['src/core', 'faults'],
};

/** Compiler, flags, and programs of each variant. Each target in native/fuzz is a program of its own. */
const VARIANTS = {
  plain: { compiler: 'g++', flags: [], programs: PROGRAMS },
  asan: { compiler: 'g++', flags: [...ADDRESS, '-D_GLIBCXX_ASSERTIONS'], programs: PROGRAMS },
  tsan: { compiler: 'g++', flags: ['-fsanitize=thread'], programs: PROGRAMS },
  fuzz: { compiler: 'clang++', flags: ['-fsanitize=fuzzer-no-link', ...ADDRESS], programs: fuzzPrograms() },
};

function fuzzPrograms() {
  const targets = sourcesIn('fuzz').filter((file) => file.endsWith('_fuzz.cc'));
  return Object.fromEntries(targets.map((file) => [programName(file), ['src/core', file]]));
}

function programName(file) {
  return file.replace('fuzz/', '').replace('_fuzz.cc', '-fuzz').replaceAll('_', '-');
}

/** C++ files of a folder beneath native/, or the file itself. */
function sourcesIn(path) {
  if (path.endsWith('.cc')) return [path];
  const folder = join(nativeFolder, path);
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.cc'));
  return names.sort().map((name) => `${path}/${name}`);
}

/** The core includes no header of the programs around it, so a change of those leaves its objects as they are. */
function headersHash(source) {
  const hash = createHash('sha256');
  for (const folder of new Set(['src/core', dirname(source)])) {
    const path = join(nativeFolder, folder);
    for (const name of readdirSync(path).sort()) {
      if (name.endsWith('.h')) hash.update(`\0${name}\0`).update(readFileSync(join(path, name)));
    }
  }
  return hash.digest('hex');
}

async function runOrThrow(command, words) {
  const { exitCode, output } = await runCommand(command, words, { cwd: nativeFolder, quiet: true });
  if (exitCode !== 0) throw new Error(`${command} ${words.join(' ')}\n${output}`);
}

function stampOf(product) {
  return `${product}.sha256`;
}

function isMade(product, hash) {
  return existsSync(product) && existsSync(stampOf(product)) && readFileSync(stampOf(product), 'utf8') === hash;
}

async function compile(variant, buildFolder, source) {
  const object = join(buildFolder, `${source.replaceAll('/', '-')}.o`);
  // fault_calls.cc defines both names of a call, which this setting would make one.
  const offsets = source === 'faults/fault_calls.cc' ? [] : ['-D_FILE_OFFSET_BITS=64'];
  const flags = [...COMMON, ...offsets, ...variant.flags];
  const text = readFileSync(join(nativeFolder, source));
  const hash = createHash('sha256')
    .update([variant.compiler, ...flags, headersHash(source)].join('\0'))
    .update(text)
    .digest('hex');
  if (isMade(object, hash)) return { object, hash };
  await runOrThrow(variant.compiler, [...flags, '-c', source, '-o', object]);
  writeFileSync(stampOf(object), hash);
  return { object, hash };
}

async function compileAll(variant, buildFolder, sources) {
  const made = new Map();
  const waiting = [...sources];
  const worker = async () => {
    for (let source = waiting.shift(); source !== undefined; source = waiting.shift()) {
      made.set(source, await compile(variant, buildFolder, source));
    }
  };
  await Promise.all(Array.from({ length: Math.min(cpus().length, 4) }, worker));
  return made;
}

/**
 * Builds a variant and returns the folder that holds its programs. Throws with the compiler's words when it fails.
 *
 * @param {'plain' | 'asan' | 'tsan' | 'fuzz'} name
 */
export async function buildInstrumented(name) {
  const variant = VARIANTS[name];
  if (findProgram(variant.compiler) === undefined) throw new Error(`${variant.compiler} is not installed`);
  const buildFolder = join(nativeFolder, `build-${name}`);
  mkdirSync(buildFolder, { recursive: true });
  await withLock(() => buildPrograms(variant, name, buildFolder), buildFolder);
  return buildFolder;
}

async function buildPrograms(variant, name, buildFolder) {
  const startMs = performance.now();
  const programs = Object.entries(variant.programs).map(([program, paths]) => [program, paths.flatMap(sourcesIn)]);
  const made = await compileAll(variant, buildFolder, new Set(programs.flatMap(([, sources]) => sources)));
  const linkFlags = name === 'fuzz' ? ['-fsanitize=fuzzer', ...ADDRESS] : variant.flags;
  let linked = 0;
  for (const [program, sources] of programs) {
    const path = join(buildFolder, program);
    const objects = sources.map((source) => made.get(source).object);
    const hash = sources.map((source) => made.get(source).hash).join('\n');
    if (isMade(path, hash)) continue;
    await runOrThrow(variant.compiler, [...linkFlags, ...objects, '-o', path, ...LIBRARIES]);
    writeFileSync(stampOf(path), hash);
    linked += 1;
  }
  if (linked > 0) say(`native/build-${name}: ${linked} programs made (${secondsSince(startMs)})`);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const wanted = process.argv.slice(2).filter((name) => Object.hasOwn(VARIANTS, name));
  for (const name of wanted) await buildInstrumented(name);
  if (wanted.length === 0) {
    say(`build-instrumented: name one of ${Object.keys(VARIANTS).join(', ')}`);
    process.exitCode = 2;
  }
}
