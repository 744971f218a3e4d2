import type {
  CapturedDisk,
  ExecutorCatalog,
  ExecutorRestorePoint,
  ExecutorRestorePointDisk,
  RestorePointDocument,
} from '../../ports/executor-catalog.js';
import type { ExecutorDatabase, Query } from './executor-database.js';

export function createExecutorCatalog(database: ExecutorDatabase): ExecutorCatalog {
  const { persistently } = database;
  return {
    readPlan: (planId) => persistently((query) => readPlan(query, planId)),
    readRestorePoint: (id) => persistently((query) => readRestorePoint(query, id)),
    readDocument: (id) => persistently((query) => readDocument(query, id)),
    recordCapturedDisk: (id, deviceKey, captured) =>
      persistently((query) => recordCapturedDisk(query, id, deviceKey, captured)),
    completeCapture: (id) => persistently((query) => completeCapture(query, id)),
    failCapture: (id, reason) => persistently((query) => failCapture(query, id, reason)),
    markIndexDamaged: (repository, hash) => persistently((query) => markIndexDamaged(query, repository, hash)),
    markIndexVerified: (repository, hash) => persistently((query) => markIndexVerified(query, repository, hash)),
  };
}

async function readPlan(query: Query, planId: string): Promise<unknown> {
  const [row] = await query<{ plan: unknown }>('SELECT plan FROM restore_plans WHERE id = $1', [planId]);
  return row === undefined ? null : row.plan;
}

interface RestorePointRow extends Record<string, unknown> {
  readonly id: string;
  readonly vm_id: string;
  readonly vm_name: string;
  readonly captured_at: Date;
  readonly state: ExecutorRestorePoint['state'];
  readonly nvram_item_id: string | null;
  readonly nvram_sha256: string | null;
  readonly nvram_size_bytes: string | null;
}

interface DiskRow extends Record<string, unknown> {
  readonly device_key: number;
  readonly label: string;
  readonly capacity_bytes: string;
  readonly state: ExecutorRestorePointDisk['state'];
  readonly repository: string | null;
  readonly index_hash: string | null;
  readonly data_bytes: string | null;
}

async function readRestorePoint(query: Query, id: string): Promise<ExecutorRestorePoint | null> {
  const [row] = await query<RestorePointRow>(
    `SELECT p.id, p.vm_id, v.name AS vm_name, p.captured_at, p.state, p.nvram_item_id,
            encode(p.nvram_sha256, 'hex') AS nvram_sha256, p.nvram_size_bytes
     FROM restore_points p JOIN vms v ON v.id = p.vm_id WHERE p.id = $1`,
    [id],
  );
  if (row === undefined) return null;
  const disks = await query<DiskRow>(
    `SELECT d.device_key, d.label, d.capacity_bytes, d.state, r.name AS repository,
            encode(d.index_hash, 'hex') AS index_hash, d.data_bytes
     FROM restore_point_disks d LEFT JOIN repositories r ON r.id = d.repository_id
     WHERE d.restore_point_id = $1 ORDER BY d.device_key`,
    [id],
  );
  return {
    id: row.id,
    vmId: row.vm_id,
    vmName: row.vm_name,
    capturedAt: row.captured_at.toISOString(),
    state: row.state,
    nvramItemId: row.nvram_item_id,
    nvramSha256: row.nvram_sha256,
    nvramSizeBytes: row.nvram_size_bytes === null ? null : Number(row.nvram_size_bytes),
    disks: disks.map((disk) => ({
      deviceKey: disk.device_key,
      label: disk.label,
      capacityBytes: Number(disk.capacity_bytes),
      state: disk.state,
      repository: disk.repository,
      indexHash: disk.index_hash,
      dataBytes: disk.data_bytes === null ? null : Number(disk.data_bytes),
    })),
  };
}

async function readDocument(query: Query, id: string): Promise<RestorePointDocument | null> {
  const [row] = await query<{ form: RestorePointDocument['form']; document: string }>(
    'SELECT form, document FROM restore_point_documents WHERE restore_point_id = $1',
    [id],
  );
  return row === undefined ? null : { form: row.form, document: row.document };
}

async function recordCapturedDisk(query: Query, id: string, deviceKey: number, captured: CapturedDisk): Promise<void> {
  await query(
    `UPDATE restore_point_disks SET state = 'CAPTURED', index_hash = decode($4, 'hex'), data_bytes = $5,
            repository_id = (SELECT id FROM repositories WHERE name = $3)
     WHERE restore_point_id = $1 AND device_key = $2 AND state <> 'DAMAGED'`,
    [id, deviceKey, captured.repository, captured.indexHash, captured.dataBytes],
  );
}

async function completeCapture(query: Query, id: string): Promise<void> {
  await query(`UPDATE restore_points SET state = 'AVAILABLE' WHERE id = $1 AND state = 'CAPTURING'`, [id]);
  await stateDiskData(query, [id], WHOLE);
}

async function failCapture(query: Query, id: string, reason: string): Promise<void> {
  await query(
    `UPDATE restore_point_disks SET state = 'NOT_CAPTURED' WHERE restore_point_id = $1 AND state = 'CAPTURING'`,
    [id],
  );
  await query(`UPDATE restore_points SET state = 'FAILED' WHERE id = $1 AND state = 'CAPTURING'`, [id]);
  await stateDiskData(query, [id], reason);
}

const WHOLE = 'All disks of the restore point are in the repository.';

/**
 * States DISK_DATA by the disks as they stand: CAPTURED when the blocks of all are whole in the repository, and then
 * observed now; else NOT_CAPTURED for `reason`. A point without disks keeps what was known when it came in.
 */
async function stateDiskData(query: Query, ids: readonly string[], reason: string): Promise<void> {
  await query(
    `INSERT INTO captured_items (restore_point_id, item, state, observed_at, reason)
     SELECT restore_point_id, 'DISK_DATA', CASE WHEN whole THEN 'CAPTURED' ELSE 'NOT_CAPTURED' END,
            CASE WHEN whole THEN clock_timestamp() END, CASE WHEN whole THEN $2 ELSE $3 END
     FROM (SELECT restore_point_id, bool_and(state = 'CAPTURED') AS whole FROM restore_point_disks
           WHERE restore_point_id = ANY ($1::uuid[]) GROUP BY restore_point_id) d
     ON CONFLICT (restore_point_id, item)
     DO UPDATE SET state = excluded.state, observed_at = excluded.observed_at, reason = excluded.reason`,
    [ids, WHOLE, reason.slice(0, 1_000)],
  );
}

/** A capture that is cancelled while it waits in the queue leaves its restore point as one that failed. */
export async function endRestorePointOfCancelledCapture(query: Query, operationId: string): Promise<void> {
  const [row] = await query<{ restore_point_id: string }>(
    `SELECT restore_point_id FROM operations WHERE id = $1 AND kind = 'CAPTURE_RESTORE_POINT'`,
    [operationId],
  );
  if (row !== undefined) await failCapture(query, row.restore_point_id, 'The capture was cancelled before it began.');
}

const DISKS_OF_INDEX =
  `repository_id = (SELECT id FROM repositories WHERE name = $1) ` + `AND index_hash = decode($2, 'hex')`;

async function markIndexDamaged(query: Query, repository: string, hash: string): Promise<readonly string[]> {
  await query(
    `UPDATE restore_point_disks SET state = 'DAMAGED', verified_at = NULL
     WHERE ${DISKS_OF_INDEX} AND state = 'CAPTURED'`,
    [repository, hash],
  );
  const rows = await query<{ id: string }>(
    `SELECT DISTINCT restore_point_id AS id FROM restore_point_disks WHERE ${DISKS_OF_INDEX} ORDER BY 1`,
    [repository, hash],
  );
  const ids = rows.map((row) => row.id);
  await query(`UPDATE restore_points SET state = 'DAMAGED' WHERE id = ANY ($1::uuid[]) AND state = 'AVAILABLE'`, [ids]);
  await stateDiskData(
    query,
    ids,
    'A verification or a restore found chunks of its disks damaged or missing in the repository.',
  );
  return ids;
}

async function markIndexVerified(query: Query, repository: string, hash: string): Promise<void> {
  const rows = await query<{ id: string }>(
    `UPDATE restore_point_disks SET verified_at = clock_timestamp(), state = 'CAPTURED'
     WHERE ${DISKS_OF_INDEX} AND state IN ('CAPTURED', 'DAMAGED') RETURNING restore_point_id AS id`,
    [repository, hash],
  );
  const ids = rows.map((row) => row.id);
  // Chunks may have been brought back from a copy: a point whose disks are all whole again is usable again.
  const mended = await query<{ id: string }>(
    `UPDATE restore_points p SET state = 'AVAILABLE' WHERE id = ANY ($1::uuid[]) AND state = 'DAMAGED'
       AND NOT EXISTS (SELECT 1 FROM restore_point_disks d WHERE d.restore_point_id = p.id AND d.state = 'DAMAGED')
     RETURNING id`,
    [ids],
  );
  await stateDiskData(
    query,
    mended.map((row) => row.id),
    WHOLE,
  );
}
