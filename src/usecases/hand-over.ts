import type { OperationKind } from '../domain/words.js';
import type { EventLog } from '../ports/event-log.js';
import { PortError } from '../ports/port-error.js';
import type { WorkQueue } from '../ports/work-queue.js';

export interface HandOverPorts {
  readonly workQueue: WorkQueue;
  readonly log: EventLog;
}

/**
 * Hands a stored operation to the executors. When the queue is away the operation stands all the same: executors look
 * for rows that were never handed over, so this is worth a line in the log and no refusal.
 */
export async function handOver(ports: HandOverPorts, operationId: string, kind: OperationKind): Promise<void> {
  try {
    await ports.workQueue.enqueue(operationId, kind);
  } catch (error) {
    if (!(error instanceof PortError)) throw error;
    ports.log.warn({ operationId, kind, code: error.code }, 'operation was not handed over; an executor will find it');
  }
}
