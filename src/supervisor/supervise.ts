import { join } from 'node:path';
import { type BackoffPolicy, RESTART_BACKOFF } from '../domain/backoff.js';
import type { EventLog } from '../ports/event-log.js';
import { lockDataFolder, prepareDataFolder, writeFileAtomically } from './data-folder.js';
import { type ChildCommand, type ChildStatus, type ManagedChild, manageChild } from './managed-child.js';
import { type DatabaseServer, type DatabaseStatus, ManagedDatabase } from './managed-database.js';

export interface SuperviseOptions {
  /** Absolute. */
  readonly dataFolder: string;
  readonly log: EventLog;
  /** Starts or adopts the embedded server; undefined with an external database at `externalUrl`. */
  readonly startServer: (() => Promise<DatabaseServer>) | undefined;
  readonly externalUrl?: string;
  /** Brings the schema up to date, and whatever else children need, before any child starts. */
  readonly migrate: (url: string) => Promise<unknown>;
  /** Started in this order; `databaseUrlFile` holds the address of the database (0600). */
  readonly children: (databaseUrlFile: string) => readonly ChildCommand[];
  /** From SIGTERM to SIGKILL, database included, default 10,000. */
  readonly drainMs?: number;
  readonly backoff?: BackoffPolicy;
  /** In [0, 1); default Math.random. */
  readonly random?: () => number;
}

export interface SupervisionStatus {
  readonly version: 1;
  readonly supervisor: {
    readonly pid: number;
    readonly since: string;
    readonly state: 'running' | 'draining' | 'stopped';
  };
  readonly database: DatabaseStatus;
  readonly children: Readonly<Record<string, ChildStatus>>;
}

export interface Supervision {
  /** Resolves when every child has reported ready for the first time. */
  readonly ready: Promise<void>;
  /** Where the child named `api` listens, once it has said so. */
  readonly apiUrl: string | undefined;
  status(): SupervisionStatus;
  /** Drains children, then shuts the database down, then lets the data folder go. Repeating it waits for the first. */
  stop(): Promise<void>;
  /**
   * For a second signal: children are killed, the database shuts down without a checkpoint; nothing committed is lost.
   */
  stopAtOnce(): Promise<void>;
}

/** Of the drain time, what is kept for the database to write its last checkpoint. */
const DATABASE_SHARE_MS = 2_000;

/**
 * Runs the service: takes the data folder, starts or adopts PostgreSQL, migrates, starts the children, and starts
 * again whatever ends. Status stands in `run/status.json`.
 * @throws DataFolderError, and whatever `startServer` and `migrate` throw; everything is undone then
 */
export async function supervise(options: SuperviseOptions): Promise<Supervision> {
  prepareDataFolder(options.dataFolder);
  const lock = await lockDataFolder(options.dataFolder, options.log);
  const supervision = new RunningSupervision(options, () => lock.release());
  try {
    await supervision.begin();
  } catch (error) {
    await supervision.stop();
    throw error;
  }
  return supervision;
}

class RunningSupervision implements Supervision {
  readonly #options: SuperviseOptions;
  readonly #release: () => Promise<void>;
  readonly #database: ManagedDatabase;
  readonly #children: readonly ManagedChild[];
  readonly #databaseUrlFile: string;
  readonly #since = new Date();
  readonly ready: Promise<void>;
  #state: 'running' | 'draining' | 'stopped' = 'running';
  #stopped: Promise<void> | undefined;

  constructor(options: SuperviseOptions, release: () => Promise<void>) {
    this.#options = options;
    this.#release = release;
    this.#databaseUrlFile = join(options.dataFolder, 'keys', 'database-url');
    const { log } = options;
    const backoff = options.backoff ?? RESTART_BACKOFF;
    const random = options.random ?? Math.random;
    const onChange = (): void => this.#writeStatus();
    this.#database = new ManagedDatabase({
      startServer: options.startServer,
      externalUrl: options.externalUrl,
      log,
      backoff,
      random,
      onChange,
      onNewUrl: (url) => this.#moveDatabase(url),
    });
    const whenMayStart = (): Promise<void> => this.#database.whenReady();
    this.#children = options
      .children(this.#databaseUrlFile)
      .map((command) => manageChild({ command, log, backoff, random, whenMayStart, onChange }));
    this.ready = Promise.all(this.#children.map((child) => child.ready)).then(() => undefined);
  }

  get apiUrl(): string | undefined {
    const api = this.#children.find((child) => child.name === 'api')?.status();
    if (api === undefined) return undefined;
    return api.url ?? (api.port === null ? undefined : `http://127.0.0.1:${api.port}`);
  }

  async begin(): Promise<void> {
    this.#writeStatus();
    const url = await this.#database.start();
    writeFileAtomically(this.#databaseUrlFile, `${url}\n`);
    await this.#options.migrate(url);
    for (const child of this.#children) child.start();
  }

  status(): SupervisionStatus {
    return {
      version: 1,
      supervisor: { pid: process.pid, since: this.#since.toISOString(), state: this.#state },
      database: this.#database.status(),
      children: Object.fromEntries(this.#children.map((child) => [child.name, child.status()])),
    };
  }

  stop(): Promise<void> {
    this.#stopped ??= this.#drain();
    return this.#stopped;
  }

  async stopAtOnce(): Promise<void> {
    for (const child of this.#children) child.killAtOnce();
    await this.#database.stopAtOnce();
    await this.stop();
  }

  async #drain(): Promise<void> {
    const { log, drainMs = 10_000 } = this.#options;
    const begin = Date.now();
    this.#state = 'draining';
    this.#writeStatus();
    log.info({ drainMs }, 'Stopping');
    const childMs = Math.max(0, drainMs - DATABASE_SHARE_MS);
    try {
      await Promise.all(this.#children.map((child) => child.stop(childMs)));
      await this.#database.stop(Math.max(DATABASE_SHARE_MS, drainMs - (Date.now() - begin)));
    } finally {
      this.#state = 'stopped';
      this.#writeStatus();
      await this.#release();
    }
    log.info({ tookMs: Date.now() - begin }, 'Stopped');
  }

  /** Children read the address when they start, so they start again. */
  #moveDatabase(url: string): void {
    writeFileAtomically(this.#databaseUrlFile, `${url}\n`);
    for (const child of this.#children) child.restart();
  }

  #writeStatus(): void {
    try {
      writeFileAtomically(join(this.#options.dataFolder, 'run', 'status.json'), `${JSON.stringify(this.status())}\n`);
    } catch (error) {
      // A full disk must not end what still works.
      this.#options.log.error({ code: (error as NodeJS.ErrnoException).code }, 'run/status.json cannot be written');
    }
  }
}
