import { v7 as uuidv7 } from 'uuid';
import type { ExecutorHeartbeat, ExecutorRegistry } from '../../ports/executor-registry.js';
import type { ExecutorDatabase, Query } from './executor-database.js';

export function createExecutorRegistry(database: ExecutorDatabase): ExecutorRegistry {
  return {
    beat: (heartbeat) => database.once((query) => beat(query, heartbeat)),
    registerRepository: (name) =>
      database.once(async (query) => {
        await query(
          `INSERT INTO repositories (id, name, kind) VALUES ($1, $2, 'LOCAL_FOLDER') ON CONFLICT (name) DO NOTHING`,
          [uuidv7(), name],
        );
      }),
  };
}

/** A name belongs to one executor: a second one with the same name and another id is refused by the database. */
async function beat(query: Query, heartbeat: ExecutorHeartbeat): Promise<void> {
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
