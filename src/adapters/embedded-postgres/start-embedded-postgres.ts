import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { EventLog } from '../../ports/event-log.js';
import { type PostgresBinaries, provideBinaries } from './binaries.js';
import { type ClusterPlace, placeCluster, removeCluster, SHARED_ROOT } from './cluster-place.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { initialiseCluster, providePassword, SUPERUSER } from './initialise-cluster.js';
import { launchPostmaster } from './launch-postmaster.js';
import { readPostmasterFile, settlePreviousServer } from './previous-server.js';
import { findClusterProcesses, isStillRunning, type ProcessFacts, signalProcess } from './processes.js';
import { chooseServiceAccount } from './service-account.js';
import { watchForHang } from './watch-for-hang.js';

export interface EmbeddedPostgresOptions {
  /** Absolute. The caller holds the lock of this data folder. */
  readonly dataFolder: string;
  readonly log: EventLog;
  /** PostgreSQL settings over the defaults, e.g. `{ fsync: 'off' }` for throw-away test clusters only. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** A running server. `url` holds the password: never log it. */
export interface EmbeddedPostgres {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** True when a server left behind by an earlier run was taken over. */
  readonly adopted: boolean;
  readonly clusterPath: string;
  isAlive(): boolean;
  /** Lets the server be: it runs on, and this process no longer looks whether it hangs. */
  letGo(): void;
  /** Resolves when the server has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /**
   * Fast shutdown: sessions are cut, data is flushed. After `fastMs` (default 60,000) an immediate shutdown follows,
   * which loses nothing committed but makes the next start replay the log.
   */
  stop(fastMs?: number): Promise<void>;
  /** Immediate shutdown, for a second signal. */
  stopAtOnce(): Promise<void>;
}

const DATABASE = 'reinstate';
const READY_LIMIT_MS = 600_000;
const POLL_MS = 40;

/**
 * Starts the PostgreSQL of a data folder, or adopts the one that an earlier run left behind; makes it when there is
 * none. The server outlives this process: whoever wants it ended calls `stop`.
 * @throws EmbeddedPostgresError
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataFolder = resolve(options.dataFolder);
  const { log } = options;
  for (const name of ['run', 'logs', 'keys']) mkdirSync(join(dataFolder, name), { recursive: true, mode: 0o700 });
  const place = await placeCluster(dataFolder, await chooseServiceAccount(log));
  const password = providePassword(dataFolder, place.exists);
  const adopted = place.exists ? await adoptPreviousServer(place, password, log) : undefined;
  if (adopted !== undefined) return adopted;
  const binaries = await provideBinaries(place.account, join(dataFolder, 'run', 'postgres-libraries'), SHARED_ROOT);
  if (!place.exists) {
    log.info({ clusterPath: place.clusterPath, account: place.account?.name }, 'Making the embedded database');
    await initialiseCluster(place, binaries, password);
  }
  const postmaster = await launch(place, binaries, dataFolder, options);
  const stopWatch = watchServer(place, postmaster, password, log);
  const port = await waitUntilReady(place.clusterPath, postmaster, password);
  if (port === undefined) {
    throw new EmbeddedPostgresError(
      'START_FAILED',
      `PostgreSQL in ${place.clusterPath} ended while it was starting. The reason stands in ` +
        `${join(dataFolder, 'logs', 'postgres.log')}.`,
    );
  }
  log.info({ serverPid: postmaster.pid, port }, 'Started the embedded database');
  return describeServer({ place, postmaster, port, password, adopted: false, stopWatch });
}

/** A server found alive may be dying of a signal that it has not yet noticed: then we look again. */
async function adoptPreviousServer(
  place: ClusterPlace,
  password: string,
  log: EventLog,
): Promise<EmbeddedPostgres | undefined> {
  for (;;) {
    const previous = await settlePreviousServer(place.clusterPath, place.socketFolder, log);
    if (previous === undefined) return undefined;
    const stopWatch = watchServer(place, previous, password, log);
    const port = await waitUntilReady(place.clusterPath, previous, password);
    if (port === undefined) continue;
    log.info({ serverPid: previous.pid, port }, 'Adopted the database server of an earlier run');
    return describeServer({ place, postmaster: previous, port, password, adopted: true, stopWatch });
  }
}

function watchServer(place: ClusterPlace, postmaster: ProcessFacts, password: string, log: EventLog): () => void {
  const url = (): string | undefined => {
    const file = readPostmasterFile(place.clusterPath);
    return file === undefined || file.port <= 0 ? undefined : urlOf(file.port, password, 'postgres');
  };
  return watchForHang({ postmaster, clusterPath: place.clusterPath, url, log });
}

/** Stops the server of a throw-away data folder, if one runs, and removes its cluster wherever it lies. */
export async function destroyEmbeddedPostgres(dataFolder: string, log: EventLog): Promise<void> {
  const place = await placeCluster(dataFolder, await chooseServiceAccount(log));
  const postmaster = place.exists ? await settlePreviousServer(place.clusterPath, place.socketFolder, log) : undefined;
  if (postmaster !== undefined) await endServer(place.clusterPath, postmaster, 'SIGINT', 10_000);
  removeCluster(dataFolder);
}

async function launch(
  place: ClusterPlace,
  binaries: PostgresBinaries,
  dataFolder: string,
  options: EmbeddedPostgresOptions,
): Promise<ProcessFacts> {
  const portFile = join(dataFolder, 'run', 'postgres-port');
  const launched = await launchPostmaster({
    place,
    binaries,
    logFile: join(dataFolder, 'logs', 'postgres.log'),
    preferredPort: readPort(portFile),
    settings: options.settings ?? {},
    log: options.log,
  });
  writeFileSync(portFile, `${launched.port}\n`, { mode: 0o600 });
  chmodSync(portFile, 0o600);
  return launched.postmaster;
}

function readPort(portFile: string): number | undefined {
  try {
    const port = Number(readFileSync(portFile, 'utf8').trim());
    return Number.isInteger(port) && port > 0 && port < 65_536 ? port : undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * Waits until the server takes sessions (after a crash it replays its log first), and makes our database. Answers its
 * port, or undefined when it ended instead.
 */
async function waitUntilReady(
  clusterPath: string,
  postmaster: ProcessFacts,
  password: string,
): Promise<number | undefined> {
  const deadline = Date.now() + READY_LIMIT_MS;
  while (isStillRunning(postmaster)) {
    const file = readPostmasterFile(clusterPath);
    if (file !== undefined && file.pid === postmaster.pid && file.port > 0 && file.status === 'ready') {
      if (await ensureDatabase(file.port, password)) return file.port;
    }
    if (Date.now() > deadline) {
      throw new EmbeddedPostgresError(
        'START_TIMED_OUT',
        `PostgreSQL in ${clusterPath} (process ${postmaster.pid}) was not ready after ${READY_LIMIT_MS / 1000} s. ` +
          'Its log is logs/postgres.log in the data folder; it may still be replaying its log: start again later.',
      );
    }
    await sleep(POLL_MS);
  }
  return undefined;
}

/** Answers false while the server is not taking sessions yet. */
async function ensureDatabase(port: number, password: string): Promise<boolean> {
  const client = new pg.Client({
    connectionString: urlOf(port, password, 'postgres'),
    connectionTimeoutMillis: 10_000,
  });
  // A session cut off between two queries reports by event; the query itself rejects as well.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
    return true;
  } catch (error) {
    if (isPassing(error)) return false;
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Not ready yet (57P03), cut off (57P01, 57P02), refused or reset: the postmaster's own life decides, not this. */
function isPassing(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  if (code !== undefined && ['57P01', '57P02', '57P03', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE'].includes(code))
    return true;
  return message !== undefined && /terminated unexpectedly|timeout|Connection terminated/i.test(message);
}

interface RunningServer {
  readonly place: ClusterPlace;
  readonly postmaster: ProcessFacts;
  readonly port: number;
  readonly password: string;
  readonly adopted: boolean;
  readonly stopWatch: () => void;
}

function describeServer({ place, postmaster, port, password, adopted, stopWatch }: RunningServer): EmbeddedPostgres {
  const end = async (signal: 'SIGINT' | 'SIGQUIT', fastMs: number): Promise<void> => {
    stopWatch();
    await endServer(place.clusterPath, postmaster, signal, fastMs);
  };
  return {
    url: urlOf(port, password, DATABASE),
    port,
    pid: postmaster.pid,
    adopted,
    clusterPath: place.clusterPath,
    isAlive: () => isStillRunning(postmaster),
    letGo: stopWatch,
    ended: watchEnd(postmaster),
    stop: (fastMs = 60_000) => end('SIGINT', fastMs),
    stopAtOnce: () => end('SIGQUIT', 0),
  };
}

function watchEnd(postmaster: ProcessFacts): Promise<void> {
  return new Promise((done) => {
    // An adopted server is no child of ours, so there is no event to wait for.
    const timer = setInterval(() => {
      if (isStillRunning(postmaster)) return;
      clearInterval(timer);
      done();
    }, 100);
    timer.unref();
  });
}

async function endServer(
  clusterPath: string,
  postmaster: ProcessFacts,
  signal: 'SIGINT' | 'SIGQUIT',
  fastMs: number,
): Promise<void> {
  signalProcess(postmaster, signal);
  const quitAt = Date.now() + fastMs;
  let asked = signal === 'SIGQUIT';
  // PostgreSQL itself kills what has not ended 5 s after an immediate shutdown.
  while (isStillRunning(postmaster) || findClusterProcesses(clusterPath).length > 0) {
    if (Date.now() > quitAt && !asked) {
      asked = true;
      signalProcess(postmaster, 'SIGQUIT');
    }
    if (Date.now() > quitAt + 15_000) {
      throw new EmbeddedPostgresError(
        'PREVIOUS_SERVER_STILL_RUNNING',
        `PostgreSQL in ${clusterPath} (process ${postmaster.pid}) does not end. End it by hand.`,
      );
    }
    await sleep(POLL_MS);
  }
}

function urlOf(port: number, password: string, database: string): string {
  return `postgresql://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;
}
