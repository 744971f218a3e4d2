import { setTimeout as sleep } from 'node:timers/promises';
import { DBOSClient } from '@dbos-inc/dbos-sdk';
import type { OperationKind } from '../../domain/words.js';
import type { EventLog } from '../../ports/event-log.js';
import { PortError } from '../../ports/port-error.js';
import { OPERATION_WORKFLOWS, OPERATIONS_QUEUE, WORK_APPLICATION } from '../../ports/work-queue.js';
import type { WorkQueue } from '../../ports/work-queue.js';
import { engineAddress } from './engine-address.js';
import { quietLog } from './quiet-log.js';

export interface DbosWorkQueueOptions {
  /** The service's own database. Never logged. */
  readonly databaseUrl: string;
  /** Schema of the workflow engine, made by the migrator. */
  readonly schema: string;
  readonly log: EventLog;
  /** How long one hand-over may take, default 5,000. */
  readonly timeoutMs?: number;
}

export interface ClosableWorkQueue extends WorkQueue {
  close(): Promise<void>;
}

/**
 * The API's half: writes a queue row and never reads a result. It starts no workflow and makes no schema.
 * No version is asked for, so that the newest executors take new work while older ones drain theirs.
 */
export async function createDbosWorkQueue(options: DbosWorkQueueOptions): Promise<ClosableWorkQueue> {
  const client = await DBOSClient.create({
    systemDatabaseUrl: engineAddress(options.databaseUrl),
    systemDatabaseSchemaName: options.schema,
    systemDatabasePoolSize: 2,
    applicationName: WORK_APPLICATION,
    logger: quietLog(options.log),
  });
  return {
    enqueue: (operationId, kind) => enqueue(client, operationId, kind, options.timeoutMs ?? 5_000),
    close: () => client.destroy(),
  };
}

async function enqueue(client: DBOSClient, operationId: string, kind: OperationKind, timeoutMs: number): Promise<void> {
  const handedOver = client.enqueue(
    { queueName: OPERATIONS_QUEUE, workflowName: OPERATION_WORKFLOWS[kind], workflowID: operationId },
    operationId,
  );
  // The client retries a lost connection without end: the caller gets an answer, the late hand-over is harmless.
  const timer = new AbortController();
  const late = sleep(timeoutMs, 'late' as const, { signal: timer.signal, ref: false }).catch(() => 'late' as const);
  try {
    const first = await Promise.race([handedOver.then(() => 'done' as const), late]);
    if (first === 'done') return;
  } catch (error) {
    throw queueAway(operationId, error);
  } finally {
    timer.abort();
  }
  handedOver.catch(() => undefined);
  throw queueAway(operationId);
}

function queueAway(operationId: string, cause?: unknown): PortError {
  return new PortError(
    'retryable',
    'QUEUE_AWAY',
    `Operation ${operationId} was not handed over: the database does not answer. It stays queued, an ` +
      `executor will find it.`,
    {},
    cause,
  );
}
