import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { EventLog } from '../../ports/event-log.js';

export interface ExecutorDatabaseOptions {
  /** Never logged. */
  readonly url: string;
  readonly log: EventLog;
  /** Connections at most, default 6. */
  readonly connectionsMax?: number;
}

export type Row = Record<string, unknown>;

export interface Query {
  <Result extends Row = Row>(text: string, values?: readonly unknown[]): Promise<Result[]>;
}

/** The executor's pool with two ways to use it: wait until the database is back, or try once. */
export interface ExecutorDatabase {
  /**
   * Runs `work` in one transaction; begins again from its start when the connection is lost, for as long as it takes.
   */
  persistently<Result>(work: (query: Query) => Promise<Result>): Promise<Result>;
  /** One transaction, one attempt. */
  once<Result>(work: (query: Query) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

const WAIT_FIRST_MS = 50;
const WAIT_MAX_MS = 2_000;

/** SQLSTATE classes 08 (connection), 57P (server goes or comes), 40 (rolled back, run again), 53 (no room now). */
const PASSING_STATES = /^(08|57P|40|53)/;
const PASSING_NODE_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOENT', 'EHOSTUNREACH']);
const PASSING_TEXTS =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection/;

export function createExecutorDatabase(options: ExecutorDatabaseOptions): ExecutorDatabase {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.connectionsMax ?? 6,
    application_name: 'reinstate-executor',
    connectionTimeoutMillis: 5_000,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 30_000,
  });
  // Without a listener a lost idle connection would end the process; the next use opens another one.
  pool.on('error', () => undefined);
  return {
    persistently: (work) => runPersistently(pool, options.log, work),
    once: (work) => runOnce(pool, work),
    close: () => pool.end(),
  };
}

async function runPersistently<Result>(
  pool: pg.Pool,
  log: EventLog,
  work: (query: Query) => Promise<Result>,
): Promise<Result> {
  for (let waitMs = WAIT_FIRST_MS; ; waitMs = Math.min(waitMs * 2, WAIT_MAX_MS)) {
    try {
      return await runOnce(pool, work);
    } catch (error) {
      if (!isPassing(error)) throw error;
      // Said once the wait is felt: short hiccups are not worth a line.
      if (waitMs > 500) log.warn({ code: (error as { code?: string }).code }, 'the database does not answer; waiting');
      await sleep(waitMs);
    }
  }
}

async function runOnce<Result>(pool: pg.Pool, work: (query: Query) => Promise<Result>): Promise<Result> {
  const client = await pool.connect();
  let broken: Error | undefined;
  const noteLoss = (error: Error): void => {
    broken = error;
  };
  client.on('error', noteLoss);
  const query: Query = async <Result extends Row>(text: string, values: readonly unknown[] = []) =>
    (await client.query<Result>(text, [...values])).rows;
  try {
    await client.query('BEGIN');
    const result = await work(query);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((failure: Error) => noteLoss(failure));
    throw error;
  } finally {
    client.off('error', noteLoss);
    client.release(broken);
  }
}

/** Whether the same work may succeed once the database is back or the other transaction has ended. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = (error as { code?: unknown }).code;
  if (typeof code === 'string' && (PASSING_STATES.test(code) || PASSING_NODE_CODES.has(code))) return true;
  if (error instanceof AggregateError) return error.errors.some((inner) => isPassing(inner));
  return PASSING_TEXTS.test(error.message);
}
