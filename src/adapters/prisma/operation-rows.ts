import type { JsonObject } from '../../domain/json.js';
import type { UserErrorData } from '../../domain/operation-input.js';
import type {
  AuditNote,
  OperationDiskRecord,
  OperationEventRecord,
  OperationRecord,
} from '../../domain/operation-records.js';
import { optionalUtc, optionalWholeNumber, utc, wholeNumber } from './column-values.js';
import type { Statements } from './database.js';
import { Prisma } from './generated/client.js';

export interface OperationRow {
  id: string;
  kind: OperationRecord['kind'];
  state: OperationRecord['state'];
  phase: string;
  percent: number;
  bytes_done: bigint;
  bytes_total: bigint | null;
  created_at: Date;
  created_by: string;
  started_at: Date | null;
  updated_at: Date;
  finished_at: Date | null;
  cancel_requested_at: Date | null;
  executor_id: string | null;
  vm_id: string | null;
  restore_point_id: string | null;
  plan_id: string | null;
  retry_of: string | null;
  repository: string | null;
  idempotency_key: string | null;
  input: JsonObject;
  result: JsonObject | null;
  user_errors: UserErrorData[];
  last_event_sequence: bigint;
}

export const OPERATION_COLUMNS = Prisma.sql`
  operation.id, operation.kind, operation.state, operation.phase, operation.percent, operation.bytes_done,
  operation.bytes_total, operation.created_at, operation.created_by, operation.started_at, operation.updated_at,
  operation.finished_at, operation.cancel_requested_at, operation.executor_id, operation.vm_id,
  operation.restore_point_id, operation.plan_id, operation.retry_of, operation.idempotency_key, operation.input,
  operation.result, operation.user_errors, operation.last_event_sequence,
  (SELECT repository.name FROM repositories repository WHERE repository.id = operation.repository_id) AS repository`;

export function toOperation(row: OperationRow): OperationRecord {
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    phase: row.phase,
    percent: row.percent,
    bytesDone: wholeNumber(row.bytes_done),
    bytesTotal: optionalWholeNumber(row.bytes_total),
    createdAt: utc(row.created_at),
    createdBy: row.created_by,
    startedAt: optionalUtc(row.started_at),
    updatedAt: utc(row.updated_at),
    finishedAt: optionalUtc(row.finished_at),
    cancelRequestedAt: optionalUtc(row.cancel_requested_at),
    executorId: row.executor_id,
    vmId: row.vm_id,
    restorePointId: row.restore_point_id,
    planId: row.plan_id,
    retryOf: row.retry_of,
    repository: row.repository,
    idempotencyKey: row.idempotency_key,
    input: row.input,
    result: row.result,
    userErrors: row.user_errors,
    lastEventSequence: wholeNumber(row.last_event_sequence),
  };
}

export interface OperationDiskRow {
  operation_id: string;
  device_key: number;
  state: OperationDiskRecord['state'];
  bytes_done: bigint;
  bytes_total: bigint;
  user_errors: UserErrorData[];
}

export function toOperationDisk(row: OperationDiskRow): OperationDiskRecord {
  return {
    operationId: row.operation_id,
    deviceKey: row.device_key,
    state: row.state,
    bytesDone: wholeNumber(row.bytes_done),
    bytesTotal: wholeNumber(row.bytes_total),
    userErrors: row.user_errors,
  };
}

export interface OperationEventRow {
  operation_id: string;
  sequence: bigint;
  at: Date;
  kind: OperationEventRecord['kind'];
  payload: OperationEventRecord['payload'];
}

export function toOperationEvent(row: OperationEventRow): OperationEventRecord {
  return {
    operationId: row.operation_id,
    sequence: wholeNumber(row.sequence),
    at: utc(row.at),
    kind: row.kind,
    payload: row.payload,
  };
}

/** The entry is part of the transaction: no change without its entry, no entry without its change. */
export async function appendAuditNote(statements: Statements, note: AuditNote): Promise<void> {
  await statements.$queryRaw(Prisma.sql`
    SELECT append_audit_entry(${note.actor}, ${note.action}, ${note.subjectType}, ${note.subjectId},
      ${JSON.stringify(note.detail)}::jsonb)`);
}

export async function appendEvent(
  statements: Statements,
  operationId: string,
  kind: OperationEventRecord['kind'],
  payload: OperationEventRecord['payload'],
): Promise<void> {
  await statements.$queryRaw(
    Prisma.sql`SELECT append_operation_event(${operationId}::uuid, ${kind}, ${JSON.stringify(payload)}::jsonb)`,
  );
}
