// Disk images, repositories and the stand-alone engine for the tests of the copy engine.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, existsSync, ftruncateSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadAddon } from '../../src/adapters/native/load-addon.js';
import { createNativeCopyEngine } from '../../src/adapters/native/native-copy-engine.js';
import type { CopyControl, CopyEngine, CopyProgress } from '../../src/ports/copy-engine.js';

/** REINSTATE_BENCH_ENGINE names another build of it, for example one with sanitizers. */
export const benchEnginePath =
  process.env['REINSTATE_BENCH_ENGINE'] ??
  fileURLToPath(new URL('../../native/build/Release/bench-engine', import.meta.url));

/** The engine under test. Throws with the remedy when it was not built: a missing engine must not pass as a skip. */
export function nativeEngine(): CopyEngine {
  const loaded = loadAddon();
  if (loaded.state === 'unavailable') throw new Error(loaded.reason);
  return createNativeCopyEngine(loaded.addon);
}

/** A folder of its own in memory where there is one (fsync costs nothing there); removed by `removeFolder`. */
export function makeFolder(): string {
  return mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'reinstate-engine-'));
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** Small generator with a seed: the same bytes on every run. */
export function seededBytes(seed: number, lengthBytes: number): Buffer {
  const bytes = Buffer.allocUnsafe(lengthBytes);
  let state = (Math.imul(seed, 0x9e3779b1) + 1) >>> 0;
  for (let at = 0; at < lengthBytes; at += 4) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    if (at + 4 <= lengthBytes) bytes.writeUInt32LE(state, at);
    else bytes.fill(state & 255, at);
  }
  return bytes;
}

export interface DataRun {
  readonly offsetBytes: number;
  readonly bytes: Buffer;
}

/** A sparse file: only `runs` are written. */
export function writeImage(path: string, capacityBytes: number, runs: readonly DataRun[]): void {
  const file = openSync(path, 'w');
  ftruncateSync(file, capacityBytes);
  for (const run of runs) writeSync(file, run.bytes, 0, run.bytes.length, run.offsetBytes);
  closeSync(file);
}

export function fileHash(path: string): string {
  const hash = createHash('sha256');
  const file = openSync(path, 'r');
  const buffer = Buffer.allocUnsafe(4 << 20);
  for (let count = readSync(file, buffer); count > 0; count = readSync(file, buffer)) {
    hash.update(buffer.subarray(0, count));
  }
  closeSync(file);
  return hash.digest('hex');
}

/** For files of gibibytes, where hashing both takes seconds. */
export function haveSameBytes(firstPath: string, secondPath: string): boolean {
  const files = [openSync(firstPath, 'r'), openSync(secondPath, 'r')] as const;
  const buffers = [Buffer.allocUnsafe(4 << 20), Buffer.allocUnsafe(4 << 20)] as const;
  let same = true;
  for (let count = 1; same && count > 0; ) {
    count = readSync(files[0], buffers[0]);
    const other = readSync(files[1], buffers[1]);
    same = count === other && buffers[0].subarray(0, count).equals(buffers[1].subarray(0, count));
  }
  for (const file of files) closeSync(file);
  return same;
}

export interface RecordingControl extends CopyControl {
  readonly seen: CopyProgress[];
  readonly abort: () => void;
}

export function recordingControl(): RecordingControl {
  const controller = new AbortController();
  const seen: CopyProgress[] = [];
  return {
    signal: controller.signal,
    seen,
    abort: () => controller.abort(),
    onProgress: (progress) => {
      seen.push(progress);
    },
  };
}

/** Where the engine keeps an object, by the documented layout. */
export function objectPath(repositoryPath: string, kind: 'chunks' | 'pages', id: string): string {
  return join(repositoryPath, kind, id.slice(0, 2), id.slice(2, 4), id);
}

export interface EngineAnswer {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  /** The JSON object that bench-engine printed: its result, or its error. Empty when it was killed. */
  readonly answer: Record<string, string | number>;
}

function parseAnswer(stdout: string, stderr: string): Record<string, string | number> {
  const line = stdout.trim() !== '' ? stdout.trim() : stderr.trim();
  return line === '' ? {} : (JSON.parse(line) as Record<string, string | number>);
}

export function runEngine(words: readonly string[]): EngineAnswer {
  const run = spawnSync(benchEnginePath, words, { encoding: 'utf8' });
  if (run.error !== undefined) throw run.error;
  return { exitCode: run.status, signal: run.signal, answer: parseAnswer(run.stdout, run.stderr) };
}

export interface StartedEngine {
  readonly kill: (signal: NodeJS.Signals) => void;
  readonly ended: Promise<EngineAnswer>;
}

export function startEngine(words: readonly string[]): StartedEngine {
  const child = spawn(benchEnginePath, words, { stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (text: Buffer) => {
    stdout += text.toString();
  });
  child.stderr.on('data', (text: Buffer) => {
    stderr += text.toString();
  });
  const ended = new Promise<EngineAnswer>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode, signal) => resolve({ exitCode, signal, answer: parseAnswer(stdout, stderr) }));
  });
  return { kill: (signal) => child.kill(signal), ended };
}

/** Polls each millisecond until `condition` holds; fails after ten thousand times. */
export async function waitFor(condition: () => boolean, what: string): Promise<void> {
  for (let attempt = 0; attempt < 10_000; attempt++) {
    if (condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  throw new Error(`waited in vain for ${what}`);
}
