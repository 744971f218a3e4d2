import pg from 'pg';
import type { EventLog } from '../../ports/event-log.js';
import type { OperationEventWake } from '../../ports/operation-event-wake.js';

export interface OperationEventWakeOptions {
  /** PostgreSQL URL. Never logged. */
  readonly url: string;
  readonly log: EventLog;
  /** Wait before a lost connection is made again, doubled up to 5,000; default 100. */
  readonly reconnectMs?: number;
}

export interface ClosableOperationEventWake extends OperationEventWake {
  close(): Promise<void>;
}

const CHANNEL = 'operation_events';
const RECONNECT_MAX_MS = 5_000;

/** One connection that listens for all watchers of this process. Made at the first watch and made again when lost. */
export function createOperationEventWake(options: OperationEventWakeOptions): ClosableOperationEventWake {
  const watchers = new Map<string, Set<() => void>>();
  const firstWaitMs = options.reconnectMs ?? 100;
  let client: pg.Client | undefined;
  let connecting: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let waitMs = firstWaitMs;
  let closed = false;

  const wakeAll = () => {
    for (const group of watchers.values()) for (const onWake of group) onWake();
  };
  const onNotification = ({ payload }: pg.Notification) => {
    // `<operation id>:<sequence>`; the number is not needed, watchers read the table.
    const group = watchers.get((payload ?? '').slice(0, 36));
    for (const onWake of group ?? []) onWake();
  };
  const lost = (lostClient: pg.Client, reason: string) => {
    if (client === lostClient) client = undefined;
    if (closed || timer !== undefined || client !== undefined) return;
    options.log.warn({ reason, waitMs }, 'the connection that listens for events was lost');
    timer = setTimeout(() => {
      timer = undefined;
      ensureConnected();
    }, waitMs);
    waitMs = Math.min(waitMs * 2, RECONNECT_MAX_MS);
  };
  const connect = async () => {
    const next = await openListener(options.url, onNotification, lost);
    if (next === undefined) return;
    if (closed) return next.end();
    client = next;
    waitMs = firstWaitMs;
    // Whatever happened before LISTEN was heard by nobody.
    wakeAll();
  };
  const ensureConnected = () => {
    if (closed || client !== undefined || connecting !== undefined || timer !== undefined) return;
    connecting = connect().finally(() => {
      connecting = undefined;
    });
  };

  return {
    watch(operationId, onWake) {
      const key = operationId.toLowerCase();
      const group = watchers.get(key) ?? new Set();
      watchers.set(key, group.add(onWake));
      ensureConnected();
      return () => {
        group.delete(onWake);
        if (group.size === 0 && watchers.get(key) === group) watchers.delete(key);
      };
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      watchers.clear();
      await connecting;
      await client?.end();
    },
  };
}

/** Nothing when it could not be made; `lost` has been told why. */
async function openListener(
  url: string,
  onNotification: (notification: pg.Notification) => void,
  lost: (client: pg.Client, reason: string) => void,
): Promise<pg.Client | undefined> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'reinstate-api-events',
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
  });
  client.on('notification', onNotification);
  client.on('error', (error) => lost(client, error.message));
  client.on('end', () => lost(client, 'the server ended it'));
  try {
    await client.connect();
    await client.query(`LISTEN ${CHANNEL}`);
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    lost(client, error instanceof Error ? error.message : String(error));
    return undefined;
  }
}
