import type { JsonObject } from '../domain/json.js';
import type {
  AuditNote,
  OperationDiskRecord,
  OperationEventRecord,
  OperationRecord,
} from '../domain/operation-records.js';
import type { OperationKind, OperationState } from '../domain/words.js';
import type { Page, PageRequest } from './page.js';

export interface OperationFilter {
  readonly kind?: OperationKind | null | undefined;
  readonly state?: OperationState | null | undefined;
}

/** Operations as the API reads them. Same rules and errors as in estate-reader.ts. */
export interface OperationReader {
  /** Newest first. */
  pageOperations(filter: OperationFilter, page: PageRequest): Promise<Page<OperationRecord>>;
  countOperations(filter: OperationFilter): Promise<number>;
  loadOperations(ids: readonly string[]): Promise<readonly (OperationRecord | null)[]>;
  /** Ascending by device key. */
  loadOperationDisks(operationIds: readonly string[]): Promise<readonly (readonly OperationDiskRecord[])[]>;
  /** Executions of several plans, newest first. */
  pageOperationsOfPlans(planIds: readonly string[], page: PageRequest): Promise<readonly Page<OperationRecord>[]>;
  countOperationsOfPlans(planIds: readonly string[]): Promise<readonly number[]>;
  loadNewestOperationsOfRestorePoints(restorePointIds: readonly string[]): Promise<readonly (OperationRecord | null)[]>;
  /** Events of several operations, oldest first. */
  pageEventsOfOperations(
    operationIds: readonly string[],
    page: PageRequest,
  ): Promise<readonly Page<OperationEventRecord>[]>;
  countEventsOfOperations(operationIds: readonly string[]): Promise<readonly number[]>;
  /** At most `limit` events with a number above `afterSequence`, oldest first. */
  readEventsAfter(operationId: string, afterSequence: number, limit: number): Promise<readonly OperationEventRecord[]>;
}

/**
 * Operations as the API changes them. Executors carry them on through a port of their own.
 * Errors as in restore-point-writer.ts.
 */
export interface OperationWriter {
  /**
   * Writes a QUEUED row of the restore point's VM, its first event and an audit note about it in one transaction. With
   * an idempotency key, the unique index decides a race: the loser gets `found` with the winner's row. A retry of a
   * capture makes its restore point CAPTURING again; one operation is not retried twice unless the retry failed too.
   */
  createOperation(operation: NewOperation, audit: OperationAuditNote): Promise<CreateOperationOutcome>;
  /** The operation first started under this key, with the hash of what it was used for. */
  findByIdempotencyKey(kind: OperationKind, key: string): Promise<FoundOperation | null>;
  /**
   * Notes that somebody wants it to stop; the first request counts. A QUEUED one is ended as CANCELLED at once when no
   * executor has taken it, in the same transaction, with its event and the state of the restore point it was to fill.
   */
  requestCancel(operationId: string, audit: AuditNote): Promise<CancelOutcome>;
}

export interface NewOperation {
  readonly id: string;
  readonly kind: OperationKind;
  readonly createdBy: string;
  /** Null for work on a repository. */
  readonly restorePointId: string | null;
  readonly planId: string | null;
  /** Name of the repository that it works on as a whole; left out for all other work. */
  readonly repository?: string | null;
  readonly retryOf: string | null;
  /** 1 to 200 characters; goes with `requestSha256`. */
  readonly idempotencyKey: string | null;
  /** Over what the key is used for, 64 hex digits. */
  readonly requestSha256: string | null;
  readonly input: JsonObject;
}

/** The subject is the new operation. */
export type OperationAuditNote = Pick<AuditNote, 'actor' | 'action' | 'detail'>;

export interface FoundOperation {
  readonly operation: OperationRecord;
  readonly requestSha256: string;
}

export type CreateOperationOutcome =
  | { readonly kind: 'created'; readonly operation: OperationRecord }
  | ({ readonly kind: 'found' } & FoundOperation)
  /** The operation to retry has a retry that is under way or succeeded. */
  | { readonly kind: 'already-retried'; readonly operation: OperationRecord }
  /** Work of this kind on the repository has not ended. */
  | { readonly kind: 'busy'; readonly operation: OperationRecord }
  /** The restore point was deleted, or the catalog knows no such repository. */
  | { readonly kind: 'subject-gone' };

export type CancelOutcome =
  | { readonly kind: 'requested'; readonly operation: OperationRecord }
  | { readonly kind: 'already-requested'; readonly operation: OperationRecord }
  | { readonly kind: 'ended'; readonly operation: OperationRecord }
  | { readonly kind: 'not-found' };
