import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** What `/proc` says of a process. `workingFolder` is undefined when the kernel does not let us see it. */
export interface ProcessFacts {
  readonly pid: number;
  readonly state: string;
  /** Clock ticks since boot: together with the pid it names one process for good. */
  readonly startTicks: string;
  readonly name: string;
  readonly workingFolder: string | undefined;
}

/** Facts of one process, or undefined when there is none with that id. */
export function readProcess(pid: number): ProcessFacts | undefined {
  const stat = readOrUndefined(`/proc/${pid}/stat`);
  if (stat === undefined) return undefined;
  // The name stands in brackets and may itself hold brackets and spaces: cut at the last one.
  const nameEnd = stat.lastIndexOf(')');
  const fields = stat.slice(nameEnd + 2).split(' ');
  return {
    pid,
    state: fields[0] ?? '?',
    startTicks: fields[19] ?? '',
    name: stat.slice(stat.indexOf('(') + 1, nameEnd),
    workingFolder: readWorkingFolder(pid),
  };
}

/** True while the very process that `facts` describes exists and is not a zombie. */
export function isStillRunning(facts: ProcessFacts): boolean {
  const now = readProcess(facts.pid);
  if (now === undefined) return false;
  return now.startTicks === facts.startTicks && now.state !== 'Z' && now.state !== 'X';
}

/**
 * Every PostgreSQL process that works inside a cluster folder. PostgreSQL changes into its data folder at start,
 * so the working folder tells a cluster's own processes from every other PostgreSQL on the machine.
 */
export function findClusterProcesses(clusterRealPath: string): readonly ProcessFacts[] {
  const found: ProcessFacts[] = [];
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    const pid = Number(entry);
    if (readWorkingFolder(pid) !== clusterRealPath) continue;
    const facts = readProcess(pid);
    if (facts !== undefined && facts.name.startsWith('postgres') && facts.state !== 'Z') found.push(facts);
  }
  return found;
}

/** Sends a signal to exactly this process; a process that ended meanwhile is no error. */
export function signalProcess(facts: ProcessFacts, signal: NodeJS.Signals): void {
  if (!isStillRunning(facts)) return;
  try {
    process.kill(facts.pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function readWorkingFolder(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    // Gone, a zombie, or another user's: none of them is a process of ours.
    return undefined;
  }
}

function readOrUndefined(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
