import type { AuditNote } from '../../domain/operation-records.js';
import type {
  CancelOutcome,
  CreateOperationOutcome,
  FoundOperation,
  NewOperation,
  OperationAuditNote,
  OperationWriter,
} from '../../ports/operation-store.js';
import { hex, isUuid } from './column-values.js';
import type { CatalogDatabase, Statements } from './database.js';
import { Prisma } from './generated/client.js';
import { appendAuditNote, appendEvent, OPERATION_COLUMNS, type OperationRow, toOperation } from './operation-rows.js';

export function createOperationWriter(database: CatalogDatabase): OperationWriter {
  return {
    createOperation: (operation, audit) =>
      database.transaction((statements) => createOperation(statements, operation, audit)),
    async findByIdempotencyKey(kind, key) {
      const rows = await database.query<FoundRow>(selectByKey(kind, key));
      return rows[0] === undefined ? null : toFound(rows[0]);
    },
    requestCancel: async (operationId, audit) => {
      if (!isUuid(operationId)) return { kind: 'not-found' };
      return database.transaction((statements) => requestCancel(statements, operationId, audit));
    },
  };
}

type FoundRow = OperationRow & { request_sha256: Uint8Array };

function selectByKey(kind: string, key: string): Prisma.Sql {
  return Prisma.sql`
    SELECT ${OPERATION_COLUMNS}, operation.request_sha256 FROM operations operation
    WHERE operation.kind = ${kind} AND operation.idempotency_key = ${key}`;
}

export function toFound(row: FoundRow): FoundOperation {
  return { operation: toOperation(row), requestSha256: hex(row.request_sha256) };
}

async function createOperation(
  statements: Statements,
  operation: NewOperation,
  audit: OperationAuditNote,
): Promise<CreateOperationOutcome> {
  if (operation.retryOf !== null) {
    const retried = await findRetry(statements, operation.retryOf);
    if (retried !== undefined) return { kind: 'already-retried', operation: toOperation(retried) };
    if (operation.kind === 'CAPTURE_RESTORE_POINT' && operation.restorePointId !== null) {
      await captureAgain(statements, operation.restorePointId);
    }
  }
  const row = await insertOperation(statements, operation);
  if (row === undefined) return await whyNotInserted(statements, operation);
  await finishCreation(statements, operation.id, audit);
  return { kind: 'created', operation: { ...toOperation(row), lastEventSequence: 1 } };
}

/** A unique index waited for the other transaction: its row is committed and visible now. */
async function whyNotInserted(statements: Statements, operation: NewOperation): Promise<CreateOperationOutcome> {
  const [found] = await statements.$queryRaw<FoundRow[]>(selectByKey(operation.kind, operation.idempotencyKey ?? ''));
  if (found !== undefined) return { kind: 'found', ...toFound(found) };
  const [busy] = await statements.$queryRaw<OperationRow[]>(Prisma.sql`
    SELECT ${OPERATION_COLUMNS} FROM operations operation
    WHERE operation.kind = ${operation.kind} AND operation.finished_at IS NULL AND operation.repository_id =
      (SELECT id FROM repositories WHERE name = ${operation.repository ?? null})`);
  return busy === undefined ? { kind: 'subject-gone' } : { kind: 'busy', operation: toOperation(busy) };
}

/** Nothing when the idempotency key is taken, when the repository is busy, or when point or repository is gone. */
export async function insertOperation(
  statements: Statements,
  operation: NewOperation,
): Promise<OperationRow | undefined> {
  // FOR SHARE waits for a deletion of the point that is under way, and then sees it.
  const subject =
    operation.repository == null
      ? Prisma.sql`SELECT vm_id, id AS point_id, NULL::uuid AS repository_id FROM restore_points
          WHERE id = ${operation.restorePointId}::uuid AND state <> 'DELETED' FOR SHARE`
      : Prisma.sql`SELECT NULL::uuid AS vm_id, NULL::uuid AS point_id, id AS repository_id FROM repositories
          WHERE name = ${operation.repository}`;
  const [row] = await statements.$queryRaw<OperationRow[]>(Prisma.sql`
    INSERT INTO operations AS operation
      (id, kind, state, phase, created_by, vm_id, restore_point_id, repository_id, plan_id, retry_of, idempotency_key,
       request_sha256, input)
    SELECT ${operation.id}::uuid, ${operation.kind}, 'QUEUED', 'queued', ${operation.createdBy}, subject.vm_id,
      subject.point_id, subject.repository_id, ${operation.planId}::uuid, ${operation.retryOf}::uuid,
      ${operation.idempotencyKey}, decode(${operation.requestSha256}, 'hex'),
      ${JSON.stringify(operation.input)}::jsonb
    FROM (${subject}) subject
    ON CONFLICT DO NOTHING
    RETURNING ${OPERATION_COLUMNS}`);
  return row;
}

export async function finishCreation(
  statements: Statements,
  operationId: string,
  audit: OperationAuditNote,
): Promise<void> {
  await appendEvent(statements, operationId, 'STATE', { state: 'QUEUED', phase: 'queued' });
  await appendAuditNote(statements, { ...audit, subjectType: 'Operation', subjectId: operationId });
}

/** The row lock makes two retries at once one after the other. */
async function findRetry(statements: Statements, retryOf: string): Promise<OperationRow | undefined> {
  await statements.$queryRaw(Prisma.sql`SELECT id FROM operations WHERE id = ${retryOf}::uuid FOR UPDATE`);
  const [row] = await statements.$queryRaw<OperationRow[]>(Prisma.sql`
    SELECT ${OPERATION_COLUMNS} FROM operations operation
    WHERE operation.retry_of = ${retryOf}::uuid AND operation.state NOT IN ('FAILED', 'CANCELLED')
    ORDER BY operation.created_at DESC LIMIT 1`);
  return row;
}

async function captureAgain(statements: Statements, restorePointId: string): Promise<void> {
  await statements.$executeRaw(Prisma.sql`
    UPDATE restore_points SET state = 'CAPTURING' WHERE id = ${restorePointId}::uuid AND state = 'FAILED'`);
  await moveDisks(statements, restorePointId, 'NOT_CAPTURED', 'CAPTURING', 'the capture of the disks has not ended');
}

/** Disks that hold their blocks are left as they are. */
async function moveDisks(
  statements: Statements,
  restorePointId: string,
  from: 'CAPTURING' | 'NOT_CAPTURED',
  to: 'CAPTURING' | 'NOT_CAPTURED',
  reason: string,
): Promise<void> {
  await statements.$executeRaw(Prisma.sql`
    UPDATE restore_point_disks SET state = ${to} WHERE restore_point_id = ${restorePointId}::uuid AND state = ${from}`);
  await statements.$executeRaw(Prisma.sql`
    UPDATE captured_items SET reason = ${reason}, observed_at = NULL
    WHERE restore_point_id = ${restorePointId}::uuid AND item = 'DISK_DATA' AND state = 'NOT_CAPTURED'`);
}

async function requestCancel(statements: Statements, operationId: string, audit: AuditNote): Promise<CancelOutcome> {
  const [before] = await statements.$queryRaw<OperationRow[]>(Prisma.sql`
    SELECT ${OPERATION_COLUMNS} FROM operations operation WHERE operation.id = ${operationId}::uuid FOR UPDATE`);
  if (before === undefined) return { kind: 'not-found' };
  if (before.finished_at !== null) return { kind: 'ended', operation: toOperation(before) };
  if (before.cancel_requested_at !== null) return { kind: 'already-requested', operation: toOperation(before) };
  if (before.state === 'QUEUED') await endUnstarted(statements, before);
  await appendEvent(
    statements,
    operationId,
    before.state === 'QUEUED' ? 'STATE' : 'NOTE',
    before.state === 'QUEUED' ? { state: 'CANCELLED', phase: 'cancelled' } : { message: 'Somebody asked to stop it.' },
  );
  await appendAuditNote(statements, audit);
  const [row] = await statements.$queryRaw<OperationRow[]>(Prisma.sql`
    UPDATE operations AS operation SET cancel_requested_at = clock_timestamp(), updated_at = clock_timestamp()
    WHERE operation.id = ${operationId}::uuid RETURNING ${OPERATION_COLUMNS}`);
  if (row === undefined) throw new Error(`operation ${operationId} vanished under its row lock`);
  return { kind: 'requested', operation: toOperation(row) };
}

const CANCELLED_BEFORE_START = [
  {
    code: 'CANCELLED',
    message: 'It was stopped on request before an executor had begun with it.',
    path: null,
    severity: 'ERROR',
    remedy: null,
    ruleId: null,
  },
];

/** No executor works on it, so nobody else would end it. A point that it was to fill is no point. */
async function endUnstarted(statements: Statements, operation: OperationRow): Promise<void> {
  await statements.$executeRaw(Prisma.sql`
    UPDATE operations SET state = 'CANCELLED', phase = 'cancelled', finished_at = clock_timestamp(),
      user_errors = ${JSON.stringify(CANCELLED_BEFORE_START)}::jsonb
    WHERE id = ${operation.id}::uuid`);
  const { restore_point_id: restorePointId } = operation;
  if (operation.kind !== 'CAPTURE_RESTORE_POINT' || restorePointId === null) return;
  await statements.$executeRaw(Prisma.sql`
    UPDATE restore_points SET state = 'FAILED' WHERE id = ${restorePointId}::uuid AND state = 'CAPTURING'`);
  const reason = 'the capture was stopped before it began';
  await moveDisks(statements, restorePointId, 'CAPTURING', 'NOT_CAPTURED', reason);
}
