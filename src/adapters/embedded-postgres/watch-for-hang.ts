import { readFileSync } from 'node:fs';
import pg from 'pg';
import type { EventLog } from '../../ports/event-log.js';
import { findClusterProcesses, isStillRunning, type ProcessFacts, signalProcess } from './processes.js';

export interface HangWatch {
  readonly postmaster: ProcessFacts;
  readonly clusterPath: string;
  /** Address to try; undefined while none is known. Holds a password: never logged. */
  readonly url: () => string | undefined;
  readonly log: EventLog;
  /** Time between two looks, default 5,000. */
  readonly everyMs?: number;
}

/** So many looks in a row must find the server hung before it is ended. */
const LOOKS = 3;

/**
 * Ends a server that lives and will never take sessions again, so that its supervisor starts it anew.
 *
 * Seen with PostgreSQL 18.4: a child is killed, the postmaster reinitialises, and its startup process is killed as well
 * (two kills by the out-of-memory killer are enough). The postmaster then answers "in recovery mode" for ever, with no
 * startup process that could recover anything. A recovery that works has one, however long it takes, and is left alone.
 * The watch ends with the server, or when the answered function is called.
 */
export function watchForHang(watch: HangWatch): () => void {
  let found = 0;
  let ended = false;
  const look = async (): Promise<void> => {
    if (ended || !isStillRunning(watch.postmaster)) return;
    found = (await isHung(watch)) ? found + 1 : 0;
    if (ended) return;
    if (found < LOOKS) {
      lookLater();
      return;
    }
    watch.log.error(
      { serverPid: watch.postmaster.pid, clusterPath: watch.clusterPath },
      'The database server is in recovery mode and nothing recovers it: ending it, so that it starts anew',
    );
    // A crash again, which PostgreSQL is made for; an ordinary shutdown hangs as well.
    signalProcess(watch.postmaster, 'SIGKILL');
    for (const process of findClusterProcesses(watch.clusterPath)) signalProcess(process, 'SIGKILL');
  };
  const lookLater = (): void => {
    setTimeout(() => void look(), watch.everyMs ?? 5_000).unref();
  };
  lookLater();
  return () => {
    ended = true;
  };
}

async function isHung(watch: HangWatch): Promise<boolean> {
  const url = watch.url();
  return url !== undefined && (await isInRecoveryMode(url)) && !hasStartupProcess(watch.postmaster.pid);
}

/** PostgreSQL gives starting up, shutting down and recovering one code (57P03): only its text tells them apart. */
async function isInRecoveryMode(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return false;
  } catch (error) {
    const { code, message } = error as { code?: string; message?: string };
    return code === '57P03' && message !== undefined && message.includes('in recovery mode');
  } finally {
    await client.end().catch(() => undefined);
  }
}

function hasStartupProcess(postmasterPid: number): boolean {
  const children = read(`/proc/${postmasterPid}/task/${postmasterPid}/children`).trim();
  if (children === '') return false;
  return children.split(' ').some((pid) => /^postgres: .*startup/.test(read(`/proc/${pid}/cmdline`)));
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // The process ended while we looked.
    return '';
  }
}
