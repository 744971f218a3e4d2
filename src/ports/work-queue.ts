import type { OperationKind } from '../domain/words.js';

/**
 * Hands an operation to the executors. The operation's row is written first and is the truth: an executor also picks up
 * QUEUED rows that were never handed over, so a lost call costs a few seconds and never the work.
 */
export interface WorkQueue {
  /** Safe to repeat: the workflow's id is the operation's id. Fails with `retryable` when the database is away. */
  enqueue(operationId: string, kind: OperationKind): Promise<void>;
}
