// The image, the repository and the rivals of the copy engine's figures; everything in memory, in a folder of its own.
import { spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { childrenCpuMs, loadText, note, watchLoad } from './machine-load.mjs';

const benchEngine = fileURLToPath(new URL('../../native/build/Release/bench-engine', import.meta.url));
export const capacityBytes = 1 << 30;
const rounds = 5;
const roundsMax = 20;
const extraRoundsMs = 40_000;

/** Runs `work(folder)` and removes the folder after it. */
export async function inScratchFolder(work) {
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'reinstate-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** `cpuMs` in steps of 10 ms: processor time of the program and all that it started. */
export function run(program, words, environment = {}) {
  const cpuBefore = childrenCpuMs();
  const begin = performance.now();
  const ended = spawnSync(program, words, { encoding: 'utf8', env: { ...process.env, ...environment } });
  const elapsedMs = performance.now() - begin;
  const cpuMs = childrenCpuMs() - cpuBefore;
  if (ended.error?.code === 'ENOENT') throw new Error(`${program} is missing`);
  if (ended.status !== 0) throw new Error(`${program} ${words[0]}: ${ended.stderr.trim().split('\n').at(-1)}`);
  return { elapsedMs, cpuMs, stdout: ended.stdout };
}

export function runEngine(words, environment) {
  const { elapsedMs, cpuMs, stdout } = run(benchEngine, [...words, '--nice', '0'], environment);
  return { elapsedMs, cpuMs, answer: stdout.trim() === '' ? {} : JSON.parse(stdout) };
}

/** 1 GiB, 1 MiB data and 1 MiB hole in turn, three quarters of the data compressible. */
export function makeImage(folder) {
  const imagePath = join(folder, 'image.raw');
  runEngine(['make-image', imagePath, String(capacityBytes)]);
  return imagePath;
}

/** That image, captured. */
export function prepareImage(folder) {
  const imagePath = makeImage(folder);
  const repositoryPath = join(folder, 'repository');
  const { answer } = runEngine(['capture', repositoryPath, folder, 'image.raw', 'RAW', String(capacityBytes)]);
  return { folder, imagePath, repositoryPath, indexHash: answer.indexHash, dataBytes: answer.dataBytes };
}

export function restoreWords({ repositoryPath, indexHash, folder }) {
  return ['restore', repositoryPath, indexHash, String(capacityBytes), folder, 'out.raw', 'bench', '1'];
}

export function restoreWithEngine(image, format = 'RAW_SPARSE') {
  const { elapsedMs, cpuMs, answer } = runEngine([...restoreWords(image), format]);
  rmSync(join(image.folder, 'out.raw'));
  return { elapsedMs, cpuMs, ...answer };
}

export function verifyWithEngine({ repositoryPath, indexHash }) {
  return runEngine(['verify', repositoryPath, indexHash, String(capacityBytes)]);
}

/** Starts a restore, kills it when half of the data is written, resumes. Returns bytes written twice over all bytes. */
export async function rewrittenShareAfterKill(image) {
  const partialPath = join(image.folder, 'out.raw.reinstate-partial');
  const written = () => (existsSync(partialPath) ? statSync(partialPath).blocks * 512 : 0);
  const child = spawn(benchEngine, restoreWords(image), { stdio: 'ignore' });
  const ended = new Promise((resolve) => child.on('close', resolve));
  while (written() < image.dataBytes / 2 && child.exitCode === null) {
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  child.kill('SIGKILL');
  await ended;
  const firstBytes = written();
  const { writtenBytes } = restoreWithEngine(image);
  return (firstBytes + writtenBytes - image.dataBytes) / image.dataBytes;
}

/** Captures the image: all of it, or by `extents` on top of `parent`. */
export function captureWithEngine({ folder }, repositoryPath, parent, extents = []) {
  const words = ['capture', repositoryPath, folder, 'image.raw', 'RAW', String(capacityBytes)];
  if (parent === undefined) return runEngine(words);
  const listPath = join(folder, 'extents');
  writeFileSync(listPath, extents.map(({ offsetBytes, lengthBytes }) => `${offsetBytes} ${lengthBytes}\n`).join(''));
  return runEngine([...words, parent, listPath]);
}

/**
 * Changes `count` runs, spread over the image and elsewhere in each `round`. One number of each block differs,
 * so that the chunks are new and compress as before.
 */
export function changeImage({ imagePath }, count, lengthBytes, round) {
  const file = openSync(imagePath, 'r+');
  const bytes = Buffer.alloc(lengthBytes);
  const extents = [];
  for (let at = 0; at < count; at++) {
    // Data stands in every even mebibyte.
    const pair = (Math.floor((at * capacityBytes) / count / (2 << 20)) + round) % (capacityBytes / (2 << 20));
    const offsetBytes = pair * (2 << 20);
    readSync(file, bytes, 0, lengthBytes, offsetBytes);
    for (let block = 0; block < lengthBytes; block += 4096) bytes.writeUInt32LE(round + 1, block);
    writeSync(file, bytes, 0, lengthBytes, offsetBytes);
    extents.push({ offsetBytes, lengthBytes });
  }
  closeSync(file);
  return extents;
}

export function prepareRestic({ folder, imagePath }) {
  const repository = join(folder, 'restic');
  const environment = { RESTIC_PASSWORD: 'bench', RESTIC_CACHE_DIR: join(folder, 'restic-cache') };
  const restic = (words) => run('restic', [...words, '-q', '-r', repository], environment);
  restic(['init']);
  restic(['backup', imagePath]);
  return {
    restore() {
      const target = join(folder, 'restic-out');
      const ended = restic(['restore', 'latest', '--target', target]);
      rmSync(target, { recursive: true });
      return ended;
    },
    check: () => restic(['check', '--read-data']),
  };
}

/** `outputWords` replace raw to raw with six requests at once; qemu-img refuses -W for compressed output. */
export function convertWithQemu({ folder, imagePath }, outputWords = ['-m', '6', '-W', '-O', 'raw']) {
  const out = join(folder, 'qemu-out.raw');
  const words = ['convert', '-f', 'raw', ...outputWords, imagePath, out];
  const ended = run('qemu-img', words);
  rmSync(out);
  return ended;
}

export function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

/**
 * Both in turn: how many times faster ours is, by the medians of the time that passed in five rounds. While other
 * programs disturb, rounds are added for a while and the five least disturbed ones count; they are chosen by what the
 * others took, never by their result. Says beside it the ratio of processor time, which others change less.
 */
export function speedOver(ours, theirs) {
  const runs = [];
  const begin = performance.now();
  const enough = () =>
    runs.length >= rounds &&
    (leastDisturbed(runs).every(({ load }) => load.quiet) ||
      runs.length >= roundsMax ||
      performance.now() - begin > extraRoundsMs);
  while (!enough()) {
    const load = watchLoad();
    runs.push({ our: ours(), their: theirs(), load: load.taken() });
  }
  const counted = leastDisturbed(runs);
  const medianOf = (side, name) => median(counted.map((one) => one[side][name]));
  const cpuRatio = medianOf('their', 'cpuMs') / medianOf('our', 'cpuMs');
  const times = (side) => `${Math.round(medianOf(side, 'elapsedMs'))} ms, ${medianOf(side, 'cpuMs')} ms of processor`;
  note(`ours ${times('our')}; theirs ${times('their')}; ratio of processor time ${cpuRatio.toPrecision(3)}`);
  note(`${rounds} of ${runs.length} rounds; ${loadText(counted.at(-1).load)} in the most disturbed of them`);
  return medianOf('their', 'elapsedMs') / medianOf('our', 'elapsedMs');
}

function leastDisturbed(runs) {
  return runs.toSorted((one, other) => one.load.share - other.load.share).slice(0, rounds);
}
