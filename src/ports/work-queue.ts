import type { OperationKind } from '../domain/words.js';

/**
 * Hands an operation to the executors. The operation's row is written first and is the truth: an executor also picks up
 * QUEUED rows that were never handed over, so a lost call costs a few seconds and never the work.
 */
export interface WorkQueue {
  /** Safe to repeat: the workflow's id is the operation's id. Fails with `retryable` when the database is away. */
  enqueue(operationId: string, kind: OperationKind): Promise<void>;
}

/**
 * Names that both sides of the queue must agree on. They stand in rows that outlive a release: never reuse one for
 * another meaning.
 */
export const WORK_APPLICATION = 'reinstate';
export const OPERATIONS_QUEUE = 'operations';
export const DISKS_QUEUE = 'disks';
export const OPERATION_WORKFLOWS: Readonly<Record<OperationKind, string>> = {
  CAPTURE_RESTORE_POINT: 'captureRestorePoint',
  EXECUTE_PLAN: 'executePlan',
  VERIFY_RESTORE_POINT: 'verifyRestorePoint',
  SCRUB_REPOSITORY: 'scrubRepository',
  COLLECT_GARBAGE: 'collectGarbage',
};
