import type { Query } from './executor-database.js';

export const WHOLE = 'All disks of the restore point are in the repository.';

/**
 * States DISK_DATA by the disks as they stand: CAPTURED when the blocks of all are whole in the repository, and then
 * observed now; else NOT_CAPTURED for `reason`. A point without disks keeps what was known when it came in.
 */
export async function stateDiskData(query: Query, ids: readonly string[], reason: string): Promise<void> {
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
