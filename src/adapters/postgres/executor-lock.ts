import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

export interface ExecutorLockOptions {
  /** Never logged. Must reach PostgreSQL itself: a pooler that shares sessions would give the lock away. */
  readonly url: string;
  readonly executorId: string;
  /**
   * Called once when the session that holds the lock is gone. The lock may then already be somebody else's: the caller
   * must end the process at once, without another write.
   */
  readonly onLost: (reason: string) => void;
  /** How long another process with this id may keep us waiting, default 60,000. */
  readonly waitMs?: number;
}

export interface ExecutorLock {
  /** Gives the lock back after work has stopped; `onLost` is not called any more. */
  release(): Promise<void>;
}

/** Another process with the same executor id is at work, and stayed so for the whole wait. */
export class ExecutorLockHeldError extends Error {
  constructor(executorId: string, waitMs: number) {
    super(
      `Another process works as executor ${executorId} and did not end within ${waitMs / 1000} s. ` +
        'End it, or give this executor an id of its own.',
    );
    this.name = 'ExecutorLockHeldError';
  }
}

const LOCK_POLL_MS = 100;
const BEAT_MS = 2_000;
const BEAT_LIMIT_MS = 10_000;

/**
 * Takes the advisory lock on an executor id, on a session of its own. A second process with the same id would have its
 * workflows recovered and run a step again while the first is still writing. Resolves once the lock is held: before
 * that, no work may begin; after `onLost`, none may go on.
 * @throws ExecutorLockHeldError, or the driver's error when the database cannot be reached
 */
export async function holdExecutorLock(options: ExecutorLockOptions): Promise<ExecutorLock> {
  const client = new pg.Client({
    connectionString: options.url,
    application_name: `reinstate-executor-lock ${options.executorId}`.slice(0, 63),
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
  });
  let held = false;
  let settled = false;
  const lose = (reason: string): void => {
    if (settled || !held) return;
    settled = true;
    options.onLost(reason);
  };
  client.on('error', (error) => lose(`its database session failed: ${error.message}`));
  client.on('end', () => lose('its database session ended'));
  await client.connect();
  let backendPid = 0;
  try {
    // The server drops the session of a machine that vanished, so that the lock does not outlive its holder for hours.
    await client.query('SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3');
    await client.query('SET idle_session_timeout = 0');
    backendPid = await readBackendPid(client);
    await takeLock(client, options);
    held = true;
  } finally {
    if (!held) await client.end().catch(() => undefined);
  }
  const stopBeat = startBeat(client, backendPid, lose);
  return {
    release: async () => {
      settled = true;
      stopBeat();
      await client.end().catch(() => undefined);
    },
  };
}

/** The lock's number: the first eight bytes of a hash, as PostgreSQL's bigint in text. */
export function executorLockKey(executorId: string): string {
  return createHash('sha256').update(`reinstate-executor:${executorId}`).digest().readBigInt64BE(0).toString();
}

async function takeLock(client: pg.Client, options: ExecutorLockOptions): Promise<void> {
  const waitMs = options.waitMs ?? 60_000;
  const deadline = Date.now() + waitMs;
  const key = executorLockKey(options.executorId);
  for (;;) {
    const answer = await client.query<{ held: boolean }>('SELECT pg_try_advisory_lock($1::bigint) AS held', [key]);
    if (answer.rows[0]?.held === true) return;
    if (Date.now() > deadline) throw new ExecutorLockHeldError(options.executorId, waitMs);
    await sleep(LOCK_POLL_MS);
  }
}

async function readBackendPid(client: pg.Client): Promise<number> {
  const answer = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  return answer.rows[0]?.pid ?? 0;
}

/** A connection cut without a word (cable, firewall) shows only when something is asked over it. */
function startBeat(client: pg.Client, backendPid: number, lose: (reason: string) => void): () => void {
  let waiting = false;
  let askedAt = 0;
  const timer = setInterval(() => {
    if (waiting) {
      if (Date.now() - askedAt > BEAT_LIMIT_MS)
        lose(`its database session did not answer for ${BEAT_LIMIT_MS / 1000} s`);
      return;
    }
    waiting = true;
    askedAt = Date.now();
    readBackendPid(client).then(
      (pid) => {
        waiting = false;
        if (pid !== backendPid) lose('a pooler moved it to another database session');
      },
      (error: Error) => lose(`its database session failed: ${error.message}`),
    );
  }, BEAT_MS);
  timer.unref();
  return () => clearInterval(timer);
}
