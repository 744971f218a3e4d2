import type { DeletionOutcome, RestorePointDeletion, RestorePointRemover } from '../../ports/restore-point-remover.js';
import { isUuid, utc } from './column-values.js';
import type { CatalogDatabase, Statements } from './database.js';
import { Prisma } from './generated/client.js';
import { appendAuditNote } from './operation-rows.js';
import { RESTORE_POINT_COLUMNS, type RestorePointRow, toRestorePoint } from './restore-point-rows.js';

export function createRestorePointRemover(database: CatalogDatabase): RestorePointRemover {
  return {
    deleteRestorePoint: async (deletion) => {
      if (!isUuid(deletion.restorePointId)) return { kind: 'not-found' };
      return await database.transaction((statements) => deleteRestorePoint(statements, deletion));
    },
  };
}

type LockedRow = RestorePointRow & { retained: boolean };

async function deleteRestorePoint(statements: Statements, deletion: RestorePointDeletion): Promise<DeletionOutcome> {
  const id = deletion.restorePointId;
  // Whoever starts an operation on this point waits for this lock, or we see the operation below.
  const [row] = await statements.$queryRaw<LockedRow[]>(Prisma.sql`
    SELECT ${RESTORE_POINT_COLUMNS}, coalesce(point.retain_until > clock_timestamp(), FALSE) AS retained
    FROM restore_points point WHERE point.id = ${id}::uuid FOR UPDATE`);
  if (row === undefined) return { kind: 'not-found' };
  if (row.state === 'DELETED') return { kind: 'already-deleted', restorePoint: toRestorePoint(row) };
  if (row.legal_hold) return { kind: 'legal-hold' };
  if (row.retained && row.retain_until !== null) return { kind: 'retained', until: utc(row.retain_until) };
  const [busy] = await statements.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT id FROM operations WHERE finished_at IS NULL AND (restore_point_id = ${id}::uuid
      OR plan_id IN (SELECT plan.id FROM restore_plans plan WHERE plan.restore_point_id = ${id}::uuid)
      -- A capture that takes the unchanged parts of its disks from this point.
      OR input @> jsonb_build_object('disks', jsonb_build_array(jsonb_build_object(
           'incremental', jsonb_build_object('parentRestorePointId', ${id}::text))))) LIMIT 1`);
  if (busy !== undefined) return { kind: 'busy', operationId: busy.id };
  const indexHashes = await giveUpDisks(statements, id);
  const [deleted] = await statements.$queryRaw<RestorePointRow[]>(Prisma.sql`
    UPDATE restore_points AS point SET state = 'DELETED', deleted_at = clock_timestamp(), deleted_by = ${deletion.actor}
    WHERE point.id = ${id}::uuid RETURNING ${RESTORE_POINT_COLUMNS}`);
  if (deleted === undefined) throw new Error(`restore point ${id} vanished under its row lock`);
  await appendAuditNote(statements, {
    actor: deletion.actor,
    action: 'restorePoint.delete',
    subjectType: 'RestorePoint',
    subjectId: id,
    detail: { vmId: row.vm_id, capturedAt: utc(row.captured_at), reason: deletion.reason, indexHashes },
  });
  return { kind: 'deleted', restorePoint: toRestorePoint(deleted) };
}

/** From here on a collection may take what only these disks named. Returns their index hashes. */
async function giveUpDisks(statements: Statements, id: string): Promise<string[]> {
  const retired = await statements.$queryRaw<{ hash: string }[]>(Prisma.sql`
    SELECT encode(index_hash, 'hex') AS hash FROM restore_point_disks
    WHERE restore_point_id = ${id}::uuid AND index_hash IS NOT NULL ORDER BY device_key`);
  await statements.$executeRaw(Prisma.sql`
    INSERT INTO retired_indexes (repository_id, index_hash)
    SELECT DISTINCT repository_id, index_hash FROM restore_point_disks
    WHERE restore_point_id = ${id}::uuid AND index_hash IS NOT NULL ORDER BY 1, 2 ON CONFLICT DO NOTHING`);
  await statements.$executeRaw(Prisma.sql`
    UPDATE restore_point_disks SET state = 'NOT_CAPTURED', repository_id = NULL, index_hash = NULL, verified_at = NULL,
      damaged_at = NULL, capture_method = NULL, read_bytes = NULL, parent_restore_point_id = NULL
    WHERE restore_point_id = ${id}::uuid`);
  await statements.$executeRaw(Prisma.sql`
    UPDATE captured_items SET state = 'NOT_CAPTURED', observed_at = NULL, reason = 'The restore point was deleted.'
    WHERE restore_point_id = ${id}::uuid AND item = 'DISK_DATA'`);
  return retired.map(({ hash }) => hash);
}
