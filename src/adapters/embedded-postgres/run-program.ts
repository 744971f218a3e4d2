import { spawn } from 'node:child_process';
import type { ServiceAccount } from './service-account.js';

export interface ProgramResult {
  readonly exitCode: number | undefined;
  /** Standard output and error in the order of arrival, cut at 64 KiB. */
  readonly output: string;
  /** Set when the program could not be started at all, e.g. EACCES. */
  readonly startError: NodeJS.ErrnoException | undefined;
}

const OUTPUT_LIMIT_CHARS = 65_536;

/** Runs a program to its end, as the given account. Never rejects: a failure to start is a result too. */
export function runProgram(
  program: string,
  args: readonly string[],
  account: ServiceAccount | undefined,
  environment: Readonly<Record<string, string>>,
): Promise<ProgramResult> {
  return new Promise((resolve) => {
    let output = '';
    let startError: NodeJS.ErrnoException | undefined;
    const child = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      cwd: '/',
      env: { ...environment },
      ...(account === undefined ? {} : { uid: account.userId, gid: account.groupId }),
    });
    const collect = (chunk: Buffer): void => {
      output = (output + chunk.toString('utf8')).slice(0, OUTPUT_LIMIT_CHARS);
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', (error) => {
      startError = error;
      resolve({ exitCode: undefined, output, startError });
    });
    child.on('close', (exitCode) => resolve({ exitCode: exitCode ?? undefined, output, startError }));
  });
}

/** What a person needs to know of a failed run, on one line. */
export function describeFailure(result: ProgramResult): string {
  if (result.startError !== undefined) return `could not be started (${result.startError.code ?? 'unknown error'})`;
  const lines = result.output
    .trim()
    .split('\n')
    .filter((line) => line.trim() !== '');
  const tail = lines.slice(-4).join('; ');
  return `ended with code ${result.exitCode ?? 'none (killed)'}${tail === '' ? '' : `: ${tail}`}`;
}
