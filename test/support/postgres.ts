/**
 * A real PostgreSQL for tests: one embedded server per jest run, started by the first test file that asks, and one
 * database per call, cloned from a template that holds the whole schema. A keeper process ends the server and removes
 * its folder when the jest run has gone, however it went.
 *
 * Durability is switched off here (fsync): tests that kill the server start one of their own.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../src/adapters/embedded-postgres/start-embedded-postgres.js';
import { migrateDatabase } from '../../src/adapters/migrations/migrate-database.js';
import type { EventLog } from '../../src/ports/event-log.js';

export interface TestDatabase {
  readonly url: string;
  readonly name: string;
  /** Fails when a session of the test is still open after a second, then drops the database all the same. */
  drop(): Promise<void>;
}

export interface TestDatabaseOptions {
  /** `migrated` (default): catalog and DBOS schema. `empty`: nothing. */
  readonly content?: 'migrated' | 'empty';
}

interface ServerRecord {
  readonly url: string;
}

const TEMPLATE = 'reinstate_template';
const START_LIMIT_MS = 60_000;
const LEAK_PATIENCE_MS = 1_000;
const silent: EventLog = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A fresh database of the run's own server. Drop it in `afterAll`. */
export async function createTestDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const server = await provideServer();
  const name = `test_${randomBytes(8).toString('hex')}`;
  const template = options.content === 'empty' ? 'template0' : TEMPLATE;
  await withAdmin(server.url, (admin) => admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`));
  return { url: withDatabase(server.url, name), name, drop: () => dropDatabase(server.url, name) };
}

/** A log that keeps nothing. */
export function silentLog(): EventLog {
  return silent;
}

async function dropDatabase(serverUrl: string, name: string): Promise<void> {
  const leaked = await withAdmin(serverUrl, async (admin) => {
    const deadline = Date.now() + LEAK_PATIENCE_MS;
    for (;;) {
      const sessions = await admin.query<{ application: string; query: string }>(
        'SELECT application_name AS application, left(query, 120) AS query FROM pg_stat_activity WHERE datname = $1',
        [name],
      );
      if (sessions.rows.length === 0 || Date.now() > deadline) {
        await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
        return sessions.rows;
      }
      await sleep(20);
    }
  });
  if (leaked.length === 0) return;
  const lines = leaked.map((session) => `${session.application || 'unnamed'}: ${session.query}`);
  throw new Error(`The test left ${leaked.length} database sessions open:\n${lines.join('\n')}`);
}

let known: Promise<ServerRecord> | undefined;

function provideServer(): Promise<ServerRecord> {
  known ??= findOrStartServer();
  return known;
}

async function findOrStartServer(): Promise<ServerRecord> {
  const runPid = jestRunPid();
  const folder = join(tmpdir(), `reinstate-test-${runPid}-${processStart(runPid)}`);
  // PostgreSQL's own account must be able to enter when the tests run as root; what lies inside has modes of its own.
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o711);
  const record = join(folder, 'server.json');
  const deadline = Date.now() + START_LIMIT_MS;
  while (!existsSync(record)) {
    if (tryClaim(join(folder, 'starter'))) return await startServer(folder, record, runPid);
    if (Date.now() > deadline) throw new Error(`The test database in ${folder} was not ready after 60 s`);
    await sleep(50);
  }
  return JSON.parse(readFileSync(record, 'utf8')) as ServerRecord;
}

async function startServer(folder: string, record: string, runPid: number): Promise<ServerRecord> {
  try {
    // The keeper comes first, so that even a run killed right here leaves nothing behind.
    const keeper = spawn(process.execPath, [resolve('test/support/postgres-keeper.mjs'), folder, String(runPid)], {
      detached: true,
      stdio: 'ignore',
      env: {},
    });
    keeper.unref();
    const server = await startEmbeddedPostgres({
      dataFolder: folder,
      log: silent,
      settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' },
    });
    // The server outlives this test file, and with it the environment of its modules.
    server.letGo();
    await withAdmin(server.url, (admin) => admin.query(`CREATE DATABASE ${TEMPLATE} TEMPLATE template0`));
    await migrateDatabase({
      url: withDatabase(server.url, TEMPLATE),
      migrationsFolder: resolve('prisma/migrations'),
      log: silent,
    });
    const found: ServerRecord = { url: server.url };
    writeFileSync(`${record}.draft`, JSON.stringify(found), { mode: 0o600 });
    renameSync(`${record}.draft`, record);
    return found;
  } catch (error) {
    // Another worker may try again, and says the same reason if it stays.
    rmSync(join(folder, 'starter'), { force: true });
    throw error;
  }
}

function tryClaim(path: string): boolean {
  try {
    closeSync(openSync(path, 'wx'));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** The jest process itself: our parent in a worker, ourselves when tests run in band. */
function jestRunPid(): number {
  return /jest-worker/.test(process.argv[1] ?? '') ? process.ppid : process.pid;
}

function processStart(pid: number): string {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '0';
}

async function withAdmin<Result>(serverUrl: string, work: (admin: pg.Client) => Promise<Result>): Promise<Result> {
  const admin = new pg.Client({
    connectionString: withDatabase(serverUrl, 'postgres'),
    application_name: 'test-admin',
  });
  admin.on('error', () => undefined);
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.toString();
}
