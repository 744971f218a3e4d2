import { setTimeout as sleep } from 'node:timers/promises';
import { type BackoffPolicy, backoffDelayMs, countFailures } from '../domain/backoff.js';
import type { EventLog } from '../ports/event-log.js';

/** A database server that this service runs itself. `url` holds a password: never logged. */
export interface DatabaseServer {
  readonly url: string;
  readonly pid: number;
  readonly port: number;
  readonly adopted: boolean;
  readonly ended: Promise<void>;
  stop(fastMs?: number): Promise<void>;
  stopAtOnce(): Promise<void>;
}

export type DatabaseState = 'external' | 'starting' | 'ready' | 'waiting' | 'draining' | 'stopped';

export interface DatabaseStatus {
  readonly state: DatabaseState;
  readonly since: string;
  readonly pid: number | null;
  readonly port: number | null;
  readonly restarts: number;
}

export interface ManagedDatabaseOptions {
  /** Starts or adopts the server. Undefined: the database is somebody else's, at `externalUrl`. */
  readonly startServer: (() => Promise<DatabaseServer>) | undefined;
  readonly externalUrl: string | undefined;
  readonly log: EventLog;
  readonly backoff: BackoffPolicy;
  readonly random: () => number;
  readonly onChange: () => void;
  /** Called after a restart that ended at another address. */
  readonly onNewUrl: (url: string) => void;
}

/** Keeps the database server running until it is told to stop. */
export class ManagedDatabase {
  readonly #options: ManagedDatabaseOptions;
  #server: DatabaseServer | undefined;
  #state: DatabaseState;
  #since = new Date();
  #startedAt = 0;
  #failures = 0;
  #restarts = 0;
  #stopping = false;
  #running: Promise<void> = Promise.resolve();
  #wake = new AbortController();

  constructor(options: ManagedDatabaseOptions) {
    this.#options = options;
    this.#state = options.startServer === undefined ? 'external' : 'starting';
  }

  /** First start. Fails when the server cannot be had at all; later ends are repaired in the background. */
  async start(): Promise<string> {
    const { startServer, externalUrl } = this.#options;
    if (startServer === undefined) {
      if (externalUrl === undefined) throw new Error('Neither a server to start nor the address of one');
      return externalUrl;
    }
    const server = await startServer();
    this.#watch(server);
    return server.url;
  }

  /** Resolves while the server takes sessions; for an external database always. */
  whenReady(): Promise<void> {
    return this.#running;
  }

  status(): DatabaseStatus {
    return {
      state: this.#state,
      since: this.#since.toISOString(),
      pid: this.#server?.pid ?? null,
      port: this.#server?.port ?? null,
      restarts: this.#restarts,
    };
  }

  async stop(fastMs: number): Promise<void> {
    this.#stopping = true;
    this.#wake.abort();
    await this.#running;
    if (this.#state === 'external') return;
    this.#change('draining');
    await this.#server?.stop(fastMs);
    this.#server = undefined;
    this.#change('stopped');
  }

  async stopAtOnce(): Promise<void> {
    this.#stopping = true;
    this.#wake.abort();
    await this.#server?.stopAtOnce();
  }

  #watch(server: DatabaseServer): void {
    this.#server = server;
    this.#startedAt = Date.now();
    this.#change('ready');
    void server.ended.then(() => {
      if (this.#stopping) return;
      this.#server = undefined;
      this.#running = this.#bringBack(server.url);
    });
  }

  /** Never rejects: it tries until it works or until the service stops. */
  async #bringBack(previousUrl: string): Promise<void> {
    const { startServer, log, backoff, random, onNewUrl } = this.#options;
    if (startServer === undefined) return;
    this.#failures = countFailures(this.#failures, Date.now() - this.#startedAt, backoff);
    while (!this.#stopping) {
      const delayMs = backoffDelayMs(this.#failures, random(), backoff);
      log.warn({ delayMs, failures: this.#failures }, 'The database server ended: starting it again');
      this.#change('waiting');
      await sleep(delayMs, undefined, { signal: this.#wake.signal }).catch(() => undefined);
      if (this.#stopping) return;
      this.#change('starting');
      try {
        const server = await startServer();
        this.#restarts += 1;
        this.#watch(server);
        if (server.url !== previousUrl) onNewUrl(server.url);
        return;
      } catch (error) {
        log.error({ reason: (error as Error).message }, 'The database server does not start');
        this.#failures += 1;
      }
    }
  }

  #change(state: DatabaseState): void {
    if (this.#state !== state) this.#since = new Date();
    this.#state = state;
    this.#options.onChange();
  }
}
