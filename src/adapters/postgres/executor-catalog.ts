import { unpackExtents } from '../../domain/changed-extents.js';
import type { ChangedExtent } from '../../domain/changed-extents.js';
import type {
  CapturedDisk,
  ExecutorCatalog,
  ExecutorRestorePoint,
  ExecutorRestorePointDisk,
  RestorePointDocument,
} from '../../ports/executor-catalog.js';
import { markIndexesDamaged, markIndexVerified, readClock } from './damage-marks.js';
import { stateDiskData, WHOLE } from './disk-data-item.js';
import type { ExecutorDatabase, Query } from './executor-database.js';

export function createExecutorCatalog(database: ExecutorDatabase): ExecutorCatalog {
  const { persistently } = database;
  return {
    readPlan: (planId) => persistently((query) => readPlan(query, planId)),
    readRestorePoint: (id) => persistently((query) => readRestorePoint(query, id)),
    readDocument: (id) => persistently((query) => readDocument(query, id)),
    recordCapturedDisk: (id, deviceKey, captured) =>
      persistently((query) => recordCapturedDisk(query, id, deviceKey, captured)),
    readChangedExtents: (id, deviceKey) => persistently((query) => readChangedExtents(query, id, deviceKey)),
    completeCapture: (id) => persistently((query) => completeCapture(query, id)),
    failCapture: (id, reason) => persistently((query) => failCapture(query, id, reason)),
    markIndexesDamaged: (repository, hashes, cause) =>
      persistently((query) => markIndexesDamaged(query, repository, hashes, cause)),
    markIndexVerified: (repository, hash, since, cause) =>
      persistently((query) => markIndexVerified(query, repository, hash, since, cause)),
    readClock: () => persistently(readClock),
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

async function recordCapturedDisk(
  query: Query,
  id: string,
  deviceKey: number,
  captured: CapturedDisk,
): Promise<boolean> {
  if (captured.parentRestorePointId !== null) {
    // In the order in which marks are made: then the two wait for each other and never both.
    await query('SELECT 1 FROM restore_points WHERE id = ANY ($1::uuid[]) ORDER BY id FOR SHARE', [
      [captured.parentRestorePointId, id],
    ]);
    const [parent] = await query(
      `SELECT 1 FROM restore_point_disks WHERE restore_point_id = $1 AND device_key = $2 AND state = 'CAPTURED'`,
      [captured.parentRestorePointId, deviceKey],
    );
    if (parent === undefined) return false;
  }
  await query(
    `UPDATE restore_point_disks SET state = 'CAPTURED', index_hash = decode($4, 'hex'), data_bytes = $5,
            repository_id = (SELECT id FROM repositories WHERE name = $3), read_bytes = $6,
            capture_method = CASE WHEN $7::uuid IS NULL THEN 'FULL' ELSE 'INCREMENTAL' END,
            parent_restore_point_id = (SELECT id FROM restore_points WHERE id = $7::uuid)
     WHERE restore_point_id = $1 AND device_key = $2 AND state <> 'DAMAGED'`,
    [
      id,
      deviceKey,
      captured.repository,
      captured.indexHash,
      captured.dataBytes,
      captured.readBytes,
      captured.parentRestorePointId,
    ],
  );
  return true;
}

async function readChangedExtents(
  query: Query,
  id: string,
  deviceKey: number,
): Promise<readonly ChangedExtent[] | null> {
  const [row] = await query<{ extents: Uint8Array }>(
    'SELECT extents FROM changed_extents WHERE restore_point_id = $1 AND device_key = $2',
    [id, deviceKey],
  );
  return row === undefined ? null : unpackExtents(row.extents);
}

async function completeCapture(query: Query, id: string): Promise<void> {
  // A disk may have been found damaged since it was captured: it shares chunks with others.
  await query(
    `UPDATE restore_points p SET state = CASE WHEN EXISTS
       (SELECT 1 FROM restore_point_disks d WHERE d.restore_point_id = p.id AND d.state = 'DAMAGED')
       THEN 'DAMAGED' ELSE 'AVAILABLE' END WHERE id = $1 AND state = 'CAPTURING'`,
    [id],
  );
  await query('DELETE FROM changed_extents WHERE restore_point_id = $1', [id]);
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

/** A capture that is cancelled while it waits in the queue leaves its restore point as one that failed. */
export async function endRestorePointOfCancelledCapture(query: Query, operationId: string): Promise<void> {
  const [row] = await query<{ restore_point_id: string }>(
    `SELECT restore_point_id FROM operations WHERE id = $1 AND kind = 'CAPTURE_RESTORE_POINT'`,
    [operationId],
  );
  if (row !== undefined) await failCapture(query, row.restore_point_id, 'The capture was cancelled before it began.');
}
