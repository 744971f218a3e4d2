import type { UserErrorData } from '../../domain/operation-input.js';
import type { OperationKind, OperationState } from '../../domain/words.js';
import type {
  DiskEnd,
  DiskWork,
  ExecutorAuditEntry,
  ExecutorOperation,
  ExecutorOperationDisk,
  ExecutorOperationStore,
  OperationEnd,
  UnfinishedOperation,
} from '../../ports/executor-operation-store.js';
import type { ExecutorDatabase, Query } from './executor-database.js';
import { endRestorePointOfCancelledCapture } from './executor-catalog.js';

export function createExecutorOperationStore(database: ExecutorDatabase): ExecutorOperationStore {
  const { persistently, once } = database;
  return {
    read: (id) => persistently((query) => readOperation(query, id)),
    begin: (id, executorId) => persistently((query) => begin(query, id, executorId)),
    enterPhase: (id, phase) => persistently((query) => enterPhase(query, id, phase)),
    appendNote: (id, message, deviceKey) =>
      persistently((query) =>
        appendEvent(query, id, 'NOTE', deviceKey === null ? { message } : { message, deviceKey }),
      ),
    prepareDisks: (id, disks) => persistently((query) => prepareDisks(query, id, disks)),
    listDisks: (id) => persistently((query) => listDisks(query, id)),
    startDisk: (id, deviceKey) => persistently((query) => startDisk(query, id, deviceKey)),
    finishDisk: (id, deviceKey, end) => persistently((query) => finishDisk(query, id, deviceKey, end)),
    recordProgress: (id, done) => once((query) => recordProgress(query, id, done)),
    recordResult: (id, result) => persistently((query) => recordResult(query, id, result)),
    addUserErrors: (id, errors) => persistently((query) => addUserErrors(query, id, errors)),
    finish: (id, actor, end) => persistently((query) => finishOperation(query, id, actor, end)),
    listUnfinished: () => persistently(listUnfinished),
    listCancelRequested: (ids) => once((query) => listCancelRequested(query, ids)),
    appendAudit: (entry) => persistently((query) => appendAudit(query, entry)),
  };
}

interface OperationRow extends Record<string, unknown> {
  readonly id: string;
  readonly kind: OperationKind;
  readonly state: OperationState;
  readonly cancel_requested: boolean;
  readonly restore_point_id: string | null;
  readonly plan_id: string | null;
  readonly input: unknown;
  readonly started_at: Date | null;
  readonly user_errors: readonly UserErrorData[];
  readonly result: ExecutorOperation['result'];
}

async function readOperation(query: Query, id: string): Promise<ExecutorOperation | null> {
  const [row] = await query<OperationRow>(
    `SELECT id, kind, state, cancel_requested_at IS NOT NULL AS cancel_requested, restore_point_id, plan_id, input,
            started_at, user_errors, result FROM operations WHERE id = $1`,
    [id],
  );
  if (row === undefined) return null;
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    cancelRequested: row.cancel_requested,
    restorePointId: row.restore_point_id,
    planId: row.plan_id,
    input: row.input,
    startedAt: row.started_at?.toISOString() ?? null,
    userErrors: row.user_errors,
    result: row.result,
  };
}

async function begin(query: Query, id: string, executorId: string): Promise<'RUNNING' | 'ENDED'> {
  const [row] = await query<{ state: OperationState; cancel_requested: boolean; executor_id: string | null }>(
    `SELECT state, cancel_requested_at IS NOT NULL AS cancel_requested, executor_id FROM operations
     WHERE id = $1 FOR UPDATE`,
    [id],
  );
  if (row === undefined || (row.state !== 'QUEUED' && row.state !== 'RUNNING')) return 'ENDED';
  if (row.state === 'QUEUED' && row.cancel_requested) {
    await endCancelledInQueue(query, id, executorId);
    return 'ENDED';
  }
  await query(
    `UPDATE operations SET state = 'RUNNING', executor_id = $2, phase = 'starting',
            started_at = coalesce(started_at, clock_timestamp()), updated_at = clock_timestamp() WHERE id = $1`,
    [id, executorId],
  );
  if (row.state === 'QUEUED') {
    await appendEvent(query, id, 'STATE', { state: 'RUNNING', phase: 'starting' });
  } else {
    await appendEvent(query, id, 'NOTE', { message: 'The executor was restarted; the operation goes on.' });
  }
  return 'RUNNING';
}

async function endCancelledInQueue(query: Query, id: string, executorId: string): Promise<void> {
  await query(
    `UPDATE operations SET state = 'CANCELLED', phase = 'cancelled', finished_at = clock_timestamp() WHERE id = $1`,
    [id],
  );
  await endRestorePointOfCancelledCapture(query, id);
  await appendEvent(query, id, 'STATE', { state: 'CANCELLED', phase: 'cancelled' });
  await appendAudit(query, {
    actor: `executor:${executorId}`,
    action: 'operation.finish',
    subjectType: 'Operation',
    subjectId: id,
    detail: { state: 'CANCELLED' },
  });
}

async function enterPhase(query: Query, id: string, phase: string): Promise<void> {
  const changed = await query(
    `UPDATE operations SET phase = $2 WHERE id = $1 AND phase <> $2 AND finished_at IS NULL RETURNING id`,
    [id, phase],
  );
  if (changed.length > 0) await appendEvent(query, id, 'PHASE', { phase });
}

async function prepareDisks(query: Query, id: string, disks: readonly DiskWork[]): Promise<void> {
  await query(
    `INSERT INTO operation_disks (operation_id, device_key, state, bytes_total)
     SELECT $1, device_key, 'QUEUED', bytes_total FROM unnest($2::int[], $3::bigint[]) AS t (device_key, bytes_total)
     ON CONFLICT DO NOTHING`,
    [id, disks.map((disk) => disk.deviceKey), disks.map((disk) => disk.bytesTotal)],
  );
  await query(
    `UPDATE operations SET bytes_total = (SELECT sum(bytes_total) FROM operation_disks WHERE operation_id = $1)
     WHERE id = $1 AND finished_at IS NULL`,
    [id],
  );
}

interface DiskRow extends Record<string, unknown> {
  readonly device_key: number;
  readonly state: OperationState;
  readonly bytes_total: string;
  readonly user_errors: readonly UserErrorData[];
  readonly result: Readonly<Record<string, number | string>> | null;
}

async function listDisks(query: Query, id: string): Promise<readonly ExecutorOperationDisk[]> {
  const rows = await query<DiskRow>(
    `SELECT device_key, state, bytes_total, user_errors, result FROM operation_disks
     WHERE operation_id = $1 ORDER BY device_key`,
    [id],
  );
  return rows.map((row) => ({
    deviceKey: row.device_key,
    state: row.state,
    bytesTotal: Number(row.bytes_total),
    userErrors: row.user_errors,
    result: row.result,
  }));
}

async function startDisk(query: Query, id: string, deviceKey: number): Promise<void> {
  const started = await query(
    `UPDATE operation_disks SET state = 'RUNNING' WHERE operation_id = $1 AND device_key = $2 AND state = 'QUEUED'
     RETURNING device_key`,
    [id, deviceKey],
  );
  if (started.length > 0) await appendEvent(query, id, 'DISK', { deviceKey, diskState: 'RUNNING' });
}

async function finishDisk(query: Query, id: string, deviceKey: number, end: DiskEnd): Promise<void> {
  const ended = await query(
    `UPDATE operation_disks SET state = $3, user_errors = $4, result = $5,
            bytes_done = CASE WHEN $3 = 'SUCCEEDED' THEN bytes_total ELSE bytes_done END
     WHERE operation_id = $1 AND device_key = $2 AND state IN ('QUEUED', 'RUNNING') RETURNING device_key`,
    [id, deviceKey, end.state, JSON.stringify(end.userErrors), end.result === null ? null : JSON.stringify(end.result)],
  );
  if (ended.length === 0) return;
  await sumProgress(query, id);
  await appendEvent(query, id, 'DISK', { deviceKey, diskState: end.state, message: end.message });
}

async function recordProgress(query: Query, id: string, done: ReadonlyMap<number, number>): Promise<void> {
  await query(
    `UPDATE operation_disks d SET bytes_done = greatest(d.bytes_done, least(t.bytes_done, d.bytes_total))
     FROM unnest($2::int[], $3::bigint[]) AS t (device_key, bytes_done)
     WHERE d.operation_id = $1 AND d.device_key = t.device_key`,
    [id, [...done.keys()], [...done.values()]],
  );
  const progress = await sumProgress(query, id);
  if (progress !== null) await appendEvent(query, id, 'PROGRESS', progress);
}

/** The last percent is for what follows the bytes; only success says 100. Null when the operation has ended. */
async function sumProgress(query: Query, id: string): Promise<Record<string, number> | null> {
  const [row] = await query<{ percent: number; bytes_done: string; bytes_total: string }>(
    `UPDATE operations o SET bytes_done = greatest(o.bytes_done, d.done),
            percent = greatest(o.percent, CASE WHEN d.total = 0 THEN 0 ELSE 99.0 * d.done / d.total END)
     FROM (SELECT coalesce(sum(bytes_done), 0) AS done, coalesce(sum(bytes_total), 0) AS total FROM operation_disks
           WHERE operation_id = $1) d
     WHERE o.id = $1 AND o.finished_at IS NULL
     RETURNING o.percent, o.bytes_done, o.bytes_total`,
    [id],
  );
  if (row === undefined) return null;
  return { percent: row.percent, bytesDone: Number(row.bytes_done), bytesTotal: Number(row.bytes_total) };
}

async function recordResult(query: Query, id: string, result: OperationEnd['result']): Promise<void> {
  await query('UPDATE operations SET result = $2 WHERE id = $1 AND finished_at IS NULL', [id, JSON.stringify(result)]);
}

async function addUserErrors(query: Query, id: string, errors: readonly UserErrorData[]): Promise<void> {
  for (const error of errors) {
    await query(
      `UPDATE operations SET user_errors = user_errors || $2::jsonb
       WHERE id = $1 AND finished_at IS NULL AND NOT user_errors @> $2::jsonb`,
      [id, JSON.stringify([error])],
    );
  }
}

async function finishOperation(query: Query, id: string, actor: string, end: OperationEnd): Promise<void> {
  const ended = await query(
    `UPDATE operations SET state = $2, phase = $3, result = $4, finished_at = clock_timestamp(),
            percent = CASE WHEN $2 = 'SUCCEEDED' THEN 100 ELSE percent END
     WHERE id = $1 AND finished_at IS NULL RETURNING id`,
    [id, end.state, end.state.toLowerCase(), end.result === null ? null : JSON.stringify(end.result)],
  );
  if (ended.length === 0) return;
  const percent = end.state === 'SUCCEEDED' ? { percent: 100 } : {};
  await appendEvent(query, id, 'STATE', { state: end.state, phase: end.state.toLowerCase(), ...percent });
  await appendAudit(query, {
    actor,
    action: 'operation.finish',
    subjectType: 'Operation',
    subjectId: id,
    detail: { state: end.state },
  });
}

async function listUnfinished(query: Query): Promise<readonly UnfinishedOperation[]> {
  const rows = await query<{
    id: string;
    kind: OperationKind;
    state: 'QUEUED' | 'RUNNING';
    cancel_requested: boolean;
    age_seconds: number;
  }>(
    `SELECT id, kind, state, cancel_requested_at IS NOT NULL AS cancel_requested,
            extract(epoch FROM clock_timestamp() - created_at)::float8 AS age_seconds
     FROM operations WHERE finished_at IS NULL ORDER BY created_at, id`,
  );
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    state: row.state,
    cancelRequested: row.cancel_requested,
    ageSeconds: row.age_seconds,
  }));
}

async function listCancelRequested(query: Query, ids: readonly string[]): Promise<readonly string[]> {
  const rows = await query<{ id: string }>(
    `SELECT id FROM operations WHERE id = ANY ($1::uuid[]) AND cancel_requested_at IS NOT NULL`,
    [ids],
  );
  return rows.map((row) => row.id);
}

async function appendAudit(query: Query, entry: ExecutorAuditEntry): Promise<void> {
  await query('SELECT append_audit_entry($1, $2, $3, $4, $5)', [
    entry.actor,
    entry.action,
    entry.subjectType,
    entry.subjectId,
    JSON.stringify(entry.detail),
  ]);
}

async function appendEvent(query: Query, id: string, kind: string, payload: Record<string, unknown>): Promise<void> {
  await query('SELECT append_operation_event($1, $2, $3)', [id, kind, JSON.stringify(payload)]);
}
