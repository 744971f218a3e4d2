// Programs of the copy engine that were built for tests: with sanitizers, or with faults that fall on its calls.
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildInstrumented } from '../../src/setup/build-instrumented.mjs';
import { makeFolder, removeFolder } from '../native/disk-images.js';

export const faultSeed = Number(process.env['REINSTATE_SEED'] ?? Date.now() % 1_000_000_007);

export interface ProgramRun {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Shadow memory of the sanitizers has fixed places, which random addresses of recent kernels may take (seen as
 * "unexpected memory mapping"); where addresses may not be fixed, the program runs as it is.
 */
const fixedAddresses = spawnSync('setarch', ['-R', 'true']).status === 0 ? ['setarch', '-R'] : [];

export function runProgram(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<ProgramRun> {
  const [program = '', ...rest] = [...fixedAddresses, ...words];
  const child = spawn(program, rest, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...environment } });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (text: Buffer) => {
    stdout += text.toString();
  });
  child.stderr.on('data', (text: Buffer) => {
    stderr += text.toString();
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode, signal) => resolve({ exitCode, signal, stdout, stderr }));
  });
}

type Counts = Readonly<Record<string, number>>;

export interface FaultReport {
  readonly exitCode: number | null;
  /** What was wrong, each with the seed and the fault; empty when all is well. */
  readonly complaints: string;
  readonly counts: Readonly<Record<string, number | Counts>>;
}

/** Runs fault-engine in a folder of its own, and prints its counts. */
export async function runFaults(
  build: 'plain' | 'asan' | 'tsan',
  command: 'storage-errors' | 'kills' | 'mutations',
  settings: readonly string[],
): Promise<FaultReport> {
  const buildFolder = await buildInstrumented(build);
  const folder = makeFolder();
  try {
    const words = [join(buildFolder, 'fault-engine'), command, folder, '--seed', String(faultSeed), ...settings];
    const { exitCode, stdout, stderr } = await runProgram(words);
    process.stdout.write(`fault-engine (${build}) ${command} ${settings.join(' ')}: ${stdout}`);
    // Processes that are killed on purpose say nothing; whatever is said is a complaint.
    const counts = stdout === '' ? {} : (JSON.parse(stdout) as FaultReport['counts']);
    return { exitCode, complaints: stderr.slice(0, 8000), counts };
  } finally {
    removeFolder(folder);
  }
}
