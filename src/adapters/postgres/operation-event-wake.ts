import pg from 'pg';
import type { EventLog } from '../../ports/event-log.js';
import type { OperationEventWake } from '../../ports/operation-event-wake.js';

export interface OperationEventWakeOptions {
  /** PostgreSQL URL. Holds the password: never logged. */
  readonly url: string;
  readonly log: EventLog;
  /** Wait before a lost connection is tried again, default 1,000. */
  readonly retryMs?: number;
}

export interface ClosableOperationEventWake extends OperationEventWake {
  close(): Promise<void>;
}

const CHANNEL = 'operation_events';

/**
 * Listens to `operation_events` on one connection of its own, for all watchers of this process. It connects in the
 * background and again whenever the connection is lost; after each connecting it wakes everybody once.
 */
export function openOperationEventWake(options: OperationEventWakeOptions): ClosableOperationEventWake {
  const listener = new Listener(options);
  listener.connect();
  return {
    watch: (operationId, onWake) => listener.watch(operationId, onWake),
    close: () => listener.close(),
  };
}

class Listener {
  readonly #options: OperationEventWakeOptions;
  readonly #watchers = new Map<string, Set<() => void>>();
  #client: pg.Client | undefined;
  #retry: NodeJS.Timeout | undefined;
  #connecting: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(options: OperationEventWakeOptions) {
    this.#options = options;
  }

  watch(operationId: string, onWake: () => void): () => void {
    const watchers = this.#watchers.get(operationId) ?? new Set();
    this.#watchers.set(operationId, watchers.add(onWake));
    return () => {
      watchers.delete(onWake);
      if (watchers.size === 0) this.#watchers.delete(operationId);
    };
  }

  connect(): void {
    this.#connecting = this.#listen();
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#retry);
    await this.#connecting;
    const client = this.#client;
    this.#client = undefined;
    await client?.end().catch(() => undefined);
  }

  async #listen(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.#options.url,
      application_name: 'reinstate-api-events',
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    });
    client.on('error', () => this.#lost(client));
    client.on('end', () => this.#lost(client));
    client.on('notification', ({ payload }) => this.#wake(payload?.split(':', 1)[0] ?? ''));
    this.#client = client;
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
      for (const operationId of [...this.#watchers.keys()]) this.#wake(operationId);
    } catch {
      this.#lost(client);
    }
  }

  #wake(operationId: string): void {
    for (const onWake of [...(this.#watchers.get(operationId) ?? [])]) onWake();
  }

  /** Watchers poll slowly by themselves meanwhile. */
  #lost(client: pg.Client): void {
    if (this.#closed || this.#client !== client) return;
    this.#client = undefined;
    client.end().catch(() => undefined);
    this.#options.log.warn({}, 'the connection that wakes subscriptions was lost; connecting again');
    this.#retry = setTimeout(() => this.connect(), this.#options.retryMs ?? 1_000);
    this.#retry.unref();
  }
}
