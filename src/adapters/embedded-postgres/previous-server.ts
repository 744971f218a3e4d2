import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EventLog } from '../../ports/event-log.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { findClusterProcesses, isStillRunning, type ProcessFacts, readProcess, signalProcess } from './processes.js';

/** The lines of `postmaster.pid` that matter here. */
export interface PostmasterFile {
  readonly pid: number;
  readonly port: number;
  /** `starting`, `ready`, `stopping`, `standby`; empty while the file is young. */
  readonly status: string;
}

const ORPHAN_PATIENCE_MS = 5_000;
const PREVIOUS_SERVER_LIMIT_MS = 15_000;
const STOPPING_LIMIT_MS = 60_000;
const POLL_MS = 50;

/** Reads `postmaster.pid`; undefined when there is none or it names no process. */
export function readPostmasterFile(clusterPath: string): PostmasterFile | undefined {
  let text: string;
  try {
    text = readFileSync(join(clusterPath, 'postmaster.pid'), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const lines = text.split('\n');
  const pid = Number(lines[0]?.trim());
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  return { pid, port: Number(lines[3]?.trim() ?? '0'), status: lines[7]?.trim() ?? '' };
}

/**
 * Looks for a server that an earlier run of the service left behind. Answers our own live postmaster, to be adopted,
 * or undefined once nothing works on the cluster any more and no stale `postmaster.pid` stands in the way.
 * @throws EmbeddedPostgresError PREVIOUS_SERVER_STILL_RUNNING
 */
export async function settlePreviousServer(
  clusterPath: string,
  socketFolder: string | undefined,
  log: EventLog,
): Promise<ProcessFacts | undefined> {
  const stopDeadline = Date.now() + STOPPING_LIMIT_MS;
  for (;;) {
    const file = readPostmasterFile(clusterPath);
    const postmaster = file === undefined ? undefined : findOwnPostmaster(file, clusterPath);
    if (file === undefined || postmaster === undefined) break;
    if (file.status !== 'stopping') return postmaster;
    if (Date.now() > stopDeadline) throw stillRunning(clusterPath, [postmaster]);
    await sleep(POLL_MS);
  }
  await waitForOrphans(clusterPath, log);
  removeStaleFile(clusterPath, log);
  if (socketFolder !== undefined) removeStaleSockets(socketFolder);
  return undefined;
}

function findOwnPostmaster(file: PostmasterFile, clusterPath: string): ProcessFacts | undefined {
  const facts = readProcess(file.pid);
  if (facts === undefined || facts.workingFolder !== clusterPath) return undefined;
  return facts.name.startsWith('postgres') && isStillRunning(facts) ? facts : undefined;
}

/**
 * Backends outlive a killed postmaster until they next look up from their query. A new server beside them would
 * damage the cluster, and without the pid file PostgreSQL's own guard is weaker: so we wait, then end them.
 */
async function waitForOrphans(clusterPath: string, log: EventLog): Promise<void> {
  const begin = Date.now();
  let asked = false;
  for (;;) {
    const orphans = findClusterProcesses(clusterPath);
    if (orphans.length === 0) return;
    const waitedMs = Date.now() - begin;
    if (waitedMs > PREVIOUS_SERVER_LIMIT_MS) throw stillRunning(clusterPath, orphans);
    if (waitedMs > ORPHAN_PATIENCE_MS && !asked) {
      asked = true;
      log.warn({ pids: orphans.map((orphan) => orphan.pid) }, 'Ending database processes whose server is gone');
      for (const orphan of orphans) signalProcess(orphan, 'SIGQUIT');
    }
    await sleep(POLL_MS);
  }
}

/**
 * PostgreSQL removes a stale file itself, unless its pid now belongs to a zombie or to another program, or the file is
 * empty after a loss of power.
 */
function removeStaleFile(clusterPath: string, log: EventLog): void {
  const file = readPostmasterFile(clusterPath);
  const holder = file === undefined ? undefined : readProcess(file.pid);
  rmSync(join(clusterPath, 'postmaster.pid'), { force: true });
  if (file === undefined || holder === undefined) return;
  const why = holder.state === 'Z' ? 'a zombie that holds nothing' : `another program (${holder.name})`;
  log.warn({ foundPid: file.pid, clusterPath }, `Removed a stale postmaster.pid: process ${file.pid} is ${why}`);
}

/**
 * The socket has a lock file with the same pid and the same trouble: while a killed server is a zombie, PostgreSQL
 * takes it for alive and refuses to start. The folder is ours alone, and nothing works on the cluster.
 */
function removeStaleSockets(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    if (name.startsWith('.s.PGSQL.')) rmSync(join(folder, name), { force: true });
  }
}

function stillRunning(clusterPath: string, processes: readonly ProcessFacts[]): EmbeddedPostgresError {
  const pids = processes.map((facts) => facts.pid).join(', ');
  return new EmbeddedPostgresError(
    'PREVIOUS_SERVER_STILL_RUNNING',
    `Processes ${pids} of an earlier PostgreSQL still work in ${clusterPath} and do not end. ` +
      'End them, then start again.',
  );
}
