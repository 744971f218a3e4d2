import type { UserErrorData } from '../domain/operation-input.js';
import type { OperationKind, OperationState } from '../domain/words.js';

/**
 * The executor's view of operations. Every call waits for the database to come back instead of failing, so that a
 * restart of PostgreSQL costs time and never the work; every call may be repeated.
 */
export interface ExecutorOperationStore {
  /** Null when no such operation exists. */
  read(operationId: string): Promise<ExecutorOperation | null>;
  /**
   * QUEUED → RUNNING under this executor; a RUNNING one is taken over (its executor was restarted). An operation whose
   * end was asked for before it began ends as CANCELLED here and never starts.
   */
  begin(operationId: string, executorId: string): Promise<'RUNNING' | 'ENDED'>;
  /** Sets the phase and appends a PHASE event, once per change. */
  enterPhase(operationId: string, phase: string): Promise<void>;
  appendNote(operationId: string, message: string, deviceKey: number | null): Promise<void>;
  /** Makes the rows of the disks that are not there yet, and the operation's total. */
  prepareDisks(operationId: string, disks: readonly DiskWork[]): Promise<void>;
  listDisks(operationId: string): Promise<readonly ExecutorOperationDisk[]>;
  startDisk(operationId: string, deviceKey: number): Promise<void>;
  finishDisk(operationId: string, deviceKey: number, end: DiskEnd): Promise<void>;
  /** Bytes per disk never go back, percent neither. Appends one PROGRESS event. Does not wait for the database. */
  recordProgress(operationId: string, doneBytesByDevice: ReadonlyMap<number, number>): Promise<void>;
  /** Keeps facts worth showing until the end, which shows them. */
  recordResult(operationId: string, result: Readonly<Record<string, number | string>>): Promise<void>;
  /** Adds errors to those that the operation has; the same error is kept once. */
  addUserErrors(operationId: string, errors: readonly UserErrorData[]): Promise<void>;
  /** Final state, result, event and audit entry in one transaction. An operation that has ended is left as it is. */
  finish(operationId: string, actor: string, end: OperationEnd): Promise<void>;
  listUnfinished(): Promise<readonly UnfinishedOperation[]>;
  /** Of these operations, those whose end was asked for. Does not wait for the database. */
  listCancelRequested(operationIds: readonly string[]): Promise<readonly string[]>;
  appendAudit(entry: ExecutorAuditEntry): Promise<void>;
}

export interface ExecutorOperation {
  readonly id: string;
  readonly kind: OperationKind;
  readonly state: OperationState;
  readonly cancelRequested: boolean;
  readonly restorePointId: string | null;
  readonly planId: string | null;
  /** Shape of its kind in operation-input.ts. */
  readonly input: unknown;
  /** When work on it first began; null before. */
  readonly startedAt: string | null;
  readonly userErrors: readonly UserErrorData[];
  /** What was kept by `recordResult`. */
  readonly result: Readonly<Record<string, number | string>> | null;
}

export interface DiskWork {
  readonly deviceKey: number;
  readonly bytesTotal: number;
}

export interface ExecutorOperationDisk {
  readonly deviceKey: number;
  readonly state: OperationState;
  readonly bytesTotal: number;
  readonly userErrors: readonly UserErrorData[];
  readonly result: Readonly<Record<string, number | string>> | null;
}

export interface DiskEnd {
  readonly state: 'SUCCEEDED' | 'FAILED' | 'CANCELLED';
  readonly userErrors: readonly UserErrorData[];
  readonly result: Readonly<Record<string, number | string>> | null;
  readonly message: string;
}

export interface OperationEnd {
  readonly state: 'SUCCEEDED' | 'FAILED' | 'CANCELLED';
  /** Facts worth showing, by name. */
  readonly result: Readonly<Record<string, number | string>> | null;
}

export interface UnfinishedOperation {
  readonly id: string;
  readonly kind: OperationKind;
  readonly state: 'QUEUED' | 'RUNNING';
  readonly cancelRequested: boolean;
  readonly ageSeconds: number;
}

export interface ExecutorAuditEntry {
  readonly actor: string;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  /** Ids and names only. */
  readonly detail: Readonly<Record<string, string | number>>;
}
