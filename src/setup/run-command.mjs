// Runs a program and waits for it. Shared by the set-up, check and test scripts.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const packageRoot = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/**
 * Runs `command` in the package root. With `quiet` the output is collected instead of shown.
 * Resolves to `{ exitCode, output }`; a program that cannot be started counts as exit code 127, one ended by a signal
 * as 128.
 */
export function runCommand(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? packageRoot,
      env: { ...process.env, ...options.env },
      stdio: options.quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    });
    const pieces = [];
    child.stdout?.on('data', (piece) => pieces.push(piece));
    child.stderr?.on('data', (piece) => pieces.push(piece));
    child.on('error', (error) => resolve({ exitCode: 127, output: `${command}: ${error.message}` }));
    child.on('close', (code, signal) => {
      const output = Buffer.concat(pieces).toString('utf8');
      resolve({ exitCode: code ?? 128, output: signal ? `${output}\n${command} was ended by ${signal}` : output });
    });
  });
}

/** Path of a program that a dependency brings, so that nothing is looked up outside this package. */
export function dependencyProgram(name) {
  return join(packageRoot, 'node_modules', '.bin', name);
}

export function say(line) {
  process.stderr.write(`${line}\n`);
}

export function secondsSince(startMs) {
  return `${((performance.now() - startMs) / 1000).toFixed(1)} s`;
}
