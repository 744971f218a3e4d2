// Other programs on the machine disturb a program of two threads more than one of a single thread. Linux shares the
// processors among sessions first (autogroup, sched(7)), so root can put the whole bench, rivals and all, before the
// others, and everything within it stays as it is.
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const highest = '-20';

export function mayStepForward() {
  if (process.getuid() !== 0) return false;
  try {
    return readFileSync('/proc/sys/kernel/sched_autogroup_enabled', 'utf8').trim() === '1';
  } catch {
    return false;
  }
}

/** Runs node with these words in a session of its own, which takes its priority away with it. The exit code. */
export function runInOwnSession(words) {
  const child = spawn(process.execPath, words, { detached: true, stdio: 'inherit' });
  const pass = (signal) => child.pid !== undefined && process.kill(-child.pid, signal);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => pass(signal));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode) => resolve(exitCode ?? 2));
  });
}

export function stepForward() {
  try {
    writeFileSync('/proc/self/autogroup', highest);
  } catch (error) {
    process.stderr.write(`bench: no priority over other sessions (${error.message})\n`);
  }
}
