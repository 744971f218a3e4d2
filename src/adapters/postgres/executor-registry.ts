import { v7 as uuidv7 } from 'uuid';
import type { ExecutorHeartbeat, ExecutorRegistry } from '../../ports/executor-registry.js';
import type { ExecutorDatabase, Query } from './executor-database.js';
import { executorLockKey } from './executor-lock.js';

const IS_USED = 'EXISTS (SELECT 1 FROM restore_point_disks d WHERE d.repository_id = r.id)';

export function createExecutorRegistry(database: ExecutorDatabase): ExecutorRegistry {
  return {
    beat: (heartbeat) => database.once((query) => beat(query, heartbeat)),
    isSilent: (executorId) =>
      database.persistently(async (query) => {
        const heard = await query(
          `SELECT 1 FROM executors WHERE id::text = $1 AND observed_at > clock_timestamp() - interval '2 minutes'`,
          [executorId],
        );
        return heard.length === 0 && (await isLockFree(query, executorId));
      }),
    registerRepository: (name) =>
      database.once(async (query) => {
        await query(
          `INSERT INTO repositories (id, name, kind) VALUES ($1, $2, 'LOCAL_FOLDER') ON CONFLICT (name) DO NOTHING`,
          [uuidv7(), name],
        );
      }),
    readRepositoryIdentity: (name) =>
      database.persistently(async (query) => {
        const [row] = await query<{ identity: string | null; is_used: boolean }>(
          `SELECT identity, ${IS_USED} AS is_used FROM repositories r WHERE name = $1`,
          [name],
        );
        return { identity: row?.identity ?? null, isUsed: row?.is_used ?? false };
      }),
    bindRepository: (name, identity) =>
      database.persistently(async (query) => {
        const bound = await query(
          `UPDATE repositories r SET identity = $2
           WHERE name = $1 AND (identity IS NULL OR identity = $2 OR NOT ${IS_USED}) RETURNING 1`,
          [name, identity],
        );
        return bound.length === 1;
      }),
  };
}

/**
 * A process that is frozen, or whose heartbeat hangs, is silent and still holds its lock: it may write when it wakes.
 * Asks by taking the lock for a moment; it is given back with the end of the transaction.
 */
async function isLockFree(query: Query, executorId: string): Promise<boolean> {
  const [row] = await query<{ free: boolean }>('SELECT pg_try_advisory_xact_lock($1::bigint) AS free', [
    executorLockKey(executorId),
  ]);
  return row?.free === true;
}

/**
 * A name belongs to one executor: another id under the same name is refused by the database while that one is heard of.
 * An id that is silent (its file was lost, its machine replaced) gives up the name and keeps its row for the record.
 */
async function beat(query: Query, heartbeat: ExecutorHeartbeat): Promise<void> {
  const silent = await query<{ id: string }>(
    `SELECT id FROM executors WHERE name = $2 AND id <> $1 AND observed_at < clock_timestamp() - interval '1 minute'`,
    [heartbeat.id, heartbeat.name],
  );
  for (const { id } of silent) {
    if (!(await isLockFree(query, id))) continue;
    await query(
      `UPDATE executors SET name = left(name, 150) || ' until ' || to_char(observed_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS')
       WHERE id = $1`,
      [id],
    );
  }
  await query(
    `INSERT INTO executors (id, name, version, engine_state, engine_reason, started_at, observed_at, locations,
                            repositories)
     VALUES ($1, $2, $3, $4, $5, $6, clock_timestamp(), $7, $8)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, version = excluded.version,
       engine_state = excluded.engine_state, engine_reason = excluded.engine_reason,
       started_at = excluded.started_at, observed_at = excluded.observed_at, locations = excluded.locations,
       repositories = excluded.repositories`,
    [
      heartbeat.id,
      heartbeat.name,
      heartbeat.version,
      heartbeat.engineReason === null ? 'AVAILABLE' : 'UNAVAILABLE',
      heartbeat.engineReason,
      heartbeat.startedAt,
      JSON.stringify(heartbeat.locations),
      JSON.stringify(heartbeat.repositories),
    ],
  );
}
