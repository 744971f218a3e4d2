/** Rows of the catalog about operations, plans, tokens and the audit log. Times are UTC text `…sssZ`. */
import type { JsonObject } from './json.js';
import type { UserErrorData } from './operation-input.js';
import type { OperationKind, OperationState, Role, Verdict } from './words.js';

export interface OperationRecord {
  readonly id: string;
  readonly kind: OperationKind;
  readonly state: OperationState;
  readonly phase: string;
  /** 0 to 100, never goes back. */
  readonly percent: number;
  readonly bytesDone: number;
  readonly bytesTotal: number | null;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly startedAt: string | null;
  readonly updatedAt: string;
  readonly finishedAt: string | null;
  readonly cancelRequestedAt: string | null;
  readonly executorId: string | null;
  readonly vmId: string | null;
  readonly restorePointId: string | null;
  readonly planId: string | null;
  readonly retryOf: string | null;
  /** Name of the repository that it works on as a whole. */
  readonly repository: string | null;
  readonly idempotencyKey: string | null;
  /** Ids, names of locations and relative paths only. */
  readonly input: JsonObject;
  readonly result: JsonObject | null;
  readonly userErrors: readonly UserErrorData[];
  readonly lastEventSequence: number;
}

export interface OperationDiskRecord {
  readonly operationId: string;
  readonly deviceKey: number;
  readonly state: OperationState;
  readonly bytesDone: number;
  readonly bytesTotal: number;
  readonly userErrors: readonly UserErrorData[];
}

export type OperationEventKind = 'STATE' | 'PHASE' | 'PROGRESS' | 'DISK' | 'NOTE';

/** `payload` may hold state, diskState, phase, percent, bytesDone, bytesTotal, deviceKey, message. */
export interface OperationEventRecord {
  readonly operationId: string;
  /** From 1, no gaps. */
  readonly sequence: number;
  readonly at: string;
  readonly kind: OperationEventKind;
  readonly payload: OperationEventPayload;
}

export interface OperationEventPayload {
  /** Of the operation. */
  readonly state?: OperationState;
  /** Of the disk `deviceKey`. */
  readonly diskState?: OperationState;
  readonly phase?: string;
  readonly percent?: number;
  readonly bytesDone?: number;
  readonly bytesTotal?: number;
  readonly deviceKey?: number;
  readonly message?: string;
}

/** A stored plan. `request` and `plan` are the planner's documents as they were written. */
export interface PlanRecord {
  readonly id: string;
  readonly restorePointId: string;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly expiresAt: string;
  /** 64 hex digits. */
  readonly digest: string;
  readonly rulesVersion: string;
  readonly verdict: Verdict;
  readonly request: JsonObject;
  readonly plan: JsonObject;
}

export interface TokenRecord {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
}

export interface AuditEntryRecord {
  /** From 1, no gaps. */
  readonly sequence: number;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly detail: JsonObject;
  readonly previousHash: string;
  readonly entryHash: string;
}

/** What a change writes into the audit log, in the same transaction as the change. `detail` holds no secret. */
export interface AuditNote {
  readonly actor: string;
  /** Verb and noun, `restorePoint.record` for example. */
  readonly action: string;
  readonly subjectType:
    | 'RestorePoint'
    | 'RestorePlan'
    | 'Operation'
    | 'AccessToken'
    | 'SealingKey'
    | 'Site'
    | 'Vm'
    | 'Executor'
    | 'PlanningPolicy';
  readonly subjectId: string;
  readonly detail: JsonObject;
}
