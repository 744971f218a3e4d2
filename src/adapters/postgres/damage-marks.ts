import type { DamagedDisk, MarkCause } from '../../ports/executor-catalog.js';
import { stateDiskData, WHOLE } from './disk-data-item.js';
import type { Query } from './executor-database.js';

const DAMAGE_FOUND = 'Chunks of its disks were found damaged or missing in the repository.';
const IN_REPOSITORY = `repository_id = (SELECT id FROM repositories WHERE name = $1)`;

interface DamagedRow extends Record<string, unknown> {
  readonly restore_point_id: string;
  readonly vm_name: string;
  readonly captured_at: Date;
  readonly device_key: number;
  readonly label: string;
  readonly index_hash: string;
}

export async function readClock(query: Query): Promise<string> {
  const [row] = await query<{ now: string }>('SELECT clock_timestamp()::text AS now');
  return row?.now ?? '';
}

/** Locks rows of points in one order, so that two who mark at once wait for each other. */
export async function markIndexesDamaged(
  query: Query,
  repository: string,
  hashes: readonly string[],
  cause: MarkCause,
): Promise<readonly DamagedDisk[]> {
  const points = await query<{ id: string; state: string }>(
    `SELECT id, state FROM restore_points WHERE id IN
       (SELECT restore_point_id FROM restore_point_disks WHERE ${IN_REPOSITORY} AND index_hash = ANY ($2::bytea[]))
     ORDER BY id FOR UPDATE`,
    [repository, bytesOf(hashes)],
  );
  await query(
    `UPDATE restore_point_disks SET state = 'DAMAGED', verified_at = NULL, damaged_at = clock_timestamp()
     WHERE ${IN_REPOSITORY} AND index_hash = ANY ($2::bytea[]) AND state IN ('CAPTURED', 'DAMAGED')`,
    [repository, bytesOf(hashes)],
  );
  const ids = points.map(({ id }) => id);
  const broken = points.filter(({ state }) => state === 'AVAILABLE').map(({ id }) => id);
  await query(`UPDATE restore_points SET state = 'DAMAGED' WHERE id = ANY ($1::uuid[])`, [broken]);
  await stateDiskData(query, ids, DAMAGE_FOUND);
  await noteInAudit(query, 'restorePoint.damaged', broken, cause);
  return await listDisks(query, repository, hashes);
}

async function listDisks(query: Query, repository: string, hashes: readonly string[]): Promise<readonly DamagedDisk[]> {
  const rows = await query<DamagedRow>(
    `SELECT d.restore_point_id, v.name AS vm_name, p.captured_at, d.device_key, d.label,
            encode(d.index_hash, 'hex') AS index_hash
     FROM restore_point_disks d JOIN restore_points p ON p.id = d.restore_point_id JOIN vms v ON v.id = p.vm_id
     WHERE d.${IN_REPOSITORY} AND d.index_hash = ANY ($2::bytea[])
     ORDER BY p.captured_at, p.id, d.device_key`,
    [repository, bytesOf(hashes)],
  );
  return rows.map((row) => ({
    restorePointId: row.restore_point_id,
    vmName: row.vm_name,
    capturedAt: row.captured_at.toISOString(),
    deviceKey: row.device_key,
    label: row.label,
    indexHash: row.index_hash,
  }));
}

export async function markIndexVerified(
  query: Query,
  repository: string,
  hash: string,
  since: string,
  cause: MarkCause,
): Promise<void> {
  const rows = await query<{ id: string }>(
    `UPDATE restore_point_disks SET verified_at = clock_timestamp(), state = 'CAPTURED', damaged_at = NULL
     WHERE ${IN_REPOSITORY} AND index_hash = decode($2, 'hex')
       AND (state = 'CAPTURED' OR state = 'DAMAGED' AND (damaged_at IS NULL OR damaged_at < $3::timestamptz))
     RETURNING restore_point_id AS id`,
    [repository, hash, since],
  );
  // Chunks may have been healed by a capture or brought back from a copy: a point whose disks are all whole is usable.
  const mended = await query<{ id: string }>(
    `UPDATE restore_points p SET state = 'AVAILABLE' WHERE id = ANY ($1::uuid[]) AND state = 'DAMAGED'
       AND NOT EXISTS (SELECT 1 FROM restore_point_disks d WHERE d.restore_point_id = p.id AND d.state = 'DAMAGED')
     RETURNING id`,
    [rows.map((row) => row.id)],
  );
  const ids = mended.map((row) => row.id);
  await stateDiskData(query, ids, WHOLE);
  await noteInAudit(query, 'restorePoint.mended', ids, cause);
}

async function noteInAudit(query: Query, action: string, ids: readonly string[], cause: MarkCause): Promise<void> {
  for (const id of ids) {
    await query('SELECT append_audit_entry($1, $2, $3, $4, $5)', [
      cause.actor,
      action,
      'RestorePoint',
      id,
      JSON.stringify({ operationId: cause.operationId }),
    ]);
  }
}

function bytesOf(hashes: readonly string[]): Buffer[] {
  return hashes.map((hash) => Buffer.from(hash, 'hex'));
}
