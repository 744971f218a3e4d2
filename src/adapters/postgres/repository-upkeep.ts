import { v7 as uuidv7 } from 'uuid';
import type {
  FoundObject,
  RepositoryIndexes,
  RepositoryUpkeep,
  ScheduledScrub,
  ScrubPart,
  ScrubRun,
} from '../../ports/repository-upkeep.js';
import type { ExecutorDatabase, Query } from './executor-database.js';

export function createRepositoryUpkeep(database: ExecutorDatabase): RepositoryUpkeep {
  const { persistently, once } = database;
  return {
    readIndexes: (repository) => persistently((query) => readIndexes(query, repository)),
    beginScrub: (id, repository, count) => persistently((query) => beginScrub(query, id, repository, count)),
    recordScrubPart: (id, done, part) => persistently((query) => recordScrubPart(query, id, done, part)),
    endScrub: (id) => persistently((query) => endScrub(query, id)),
    isRestoring: (executorId) => persistently((query) => isRestoring(query, executorId)),
    scheduleScrub: (request) => once((query) => scheduleScrub(query, request)),
  };
}

async function readIndexes(query: Query, repository: string): Promise<RepositoryIndexes> {
  const [row] = await query<{ id: string }>('SELECT id FROM repositories WHERE name = $1', [repository]);
  if (row === undefined) return { roots: [], givenUp: [] };
  // Both lists from one moment: between two statements a point could move from one to the other.
  const rows = await query<{ hash: string; kept: boolean }>(
    `WITH roots AS (
       SELECT index_hash AS hash FROM restore_point_disks WHERE repository_id = $1 AND index_hash IS NOT NULL
       UNION
       SELECT decode(parent #>> '{}', 'hex') FROM operations o,
         jsonb_path_query(o.input, '$.**.parentIndexHash') AS parent
       WHERE o.finished_at IS NULL AND o.kind = 'CAPTURE_RESTORE_POINT'
         AND parent #>> '{}' ~ '^[0-9a-f]{64}$')
     SELECT encode(hash, 'hex') AS hash, TRUE AS kept FROM roots
     UNION ALL
     SELECT encode(index_hash, 'hex'), FALSE FROM retired_indexes
     WHERE repository_id = $1 AND index_hash NOT IN (SELECT hash FROM roots)
     ORDER BY 1`,
    [row.id],
  );
  return {
    roots: rows.filter(({ kept }) => kept).map(({ hash }) => hash),
    givenUp: rows.filter(({ kept }) => !kept).map(({ hash }) => hash),
  };
}

interface RunRow extends Record<string, unknown> {
  readonly first_folder: number;
  readonly folder_count: number;
  readonly folders_done: number;
  readonly chunk_count: string;
  readonly page_count: string;
  readonly byte_count: string;
  readonly bad: readonly FoundObject[];
}

async function beginScrub(query: Query, id: string, repository: string, folderCount: number): Promise<ScrubRun> {
  await query(
    `INSERT INTO scrub_runs (operation_id, repository_id, first_folder, folder_count)
     SELECT $1, id, scrub_folder, $3 FROM repositories WHERE name = $2 ON CONFLICT DO NOTHING`,
    [id, repository, folderCount],
  );
  return await readRun(query, id);
}

async function readRun(query: Query, id: string): Promise<ScrubRun> {
  const [row] = await query<RunRow>('SELECT * FROM scrub_runs WHERE operation_id = $1', [id]);
  if (row === undefined) throw new Error(`operation ${id} has no scrub run: its repository is not in the catalog`);
  return {
    firstFolder: row.first_folder,
    folderCount: row.folder_count,
    foldersDone: row.folders_done,
    chunkCount: Number(row.chunk_count),
    pageCount: Number(row.page_count),
    byteCount: Number(row.byte_count),
    bad: row.bad,
  };
}

async function recordScrubPart(query: Query, id: string, foldersDone: number, part: ScrubPart): Promise<ScrubRun> {
  const added = await query(
    `UPDATE scrub_runs SET folders_done = folders_done + $3, chunk_count = chunk_count + $4,
            page_count = page_count + $5, byte_count = byte_count + $6, bad = bad || $7::jsonb
     WHERE operation_id = $1 AND folders_done = $2 RETURNING 1`,
    [id, foldersDone, part.folders, part.chunkCount, part.pageCount, part.byteCount, JSON.stringify(part.bad)],
  );
  const run = await readRun(query, id);
  if (added.length === 0) return run;
  // The last percents are for the look at restore points; how many bytes there are is not known before.
  const [progress] = await query<{ percent: number }>(
    `UPDATE operations SET bytes_done = $2, percent = greatest(percent, $3)
     WHERE id = $1 AND finished_at IS NULL RETURNING percent`,
    [id, run.byteCount, (95 * run.foldersDone) / run.folderCount],
  );
  if (progress === undefined) return run;
  await query(`SELECT append_operation_event($1, 'PROGRESS', $2)`, [
    id,
    JSON.stringify({ percent: progress.percent, bytesDone: run.byteCount }),
  ]);
  return run;
}

async function endScrub(query: Query, id: string): Promise<void> {
  await query(
    `UPDATE repositories r SET scrub_folder = (s.first_folder + s.folders_done) % 65536,
            scrub_round_ended_at = CASE WHEN s.first_folder + s.folders_done >= 65536 THEN clock_timestamp()
                                        ELSE r.scrub_round_ended_at END
     FROM scrub_runs s WHERE s.operation_id = $1 AND r.id = s.repository_id`,
    [id],
  );
}

async function isRestoring(query: Query, executorId: string): Promise<boolean> {
  const rows = await query(
    `SELECT 1 FROM operations WHERE finished_at IS NULL AND kind = 'EXECUTE_PLAN' AND state = 'RUNNING'
       AND executor_id = $1 LIMIT 1`,
    [executorId],
  );
  return rows.length > 0;
}

/** The unique index on unfinished upkeep lets one of several executors win. */
async function scheduleScrub(query: Query, request: ScheduledScrub): Promise<string | null> {
  const { repository, intervalHours, folderCount, actor } = request;
  const id = uuidv7();
  const input = { repository, folderCount, inBackground: true };
  const made = await query(
    `INSERT INTO operations (id, kind, state, phase, created_by, repository_id, input)
     SELECT $1, 'SCRUB_REPOSITORY', 'QUEUED', 'queued', $2, r.id, $3 FROM repositories r
     WHERE r.name = $4 AND greatest(r.created_at,
       (SELECT max(o.created_at) FROM operations o WHERE o.repository_id = r.id AND o.kind = 'SCRUB_REPOSITORY'))
       < clock_timestamp() - make_interval(secs => $5 * 3600.0)
     ON CONFLICT DO NOTHING RETURNING 1`,
    [id, actor, JSON.stringify(input), repository, intervalHours],
  );
  if (made.length === 0) return null;
  await query(`SELECT append_operation_event($1, 'STATE', '{"state":"QUEUED","phase":"queued"}')`, [id]);
  await query('SELECT append_audit_entry($1, $2, $3, $4, $5)', [
    actor,
    'repository.scrub',
    'Operation',
    id,
    JSON.stringify({ repository, folderCount, scheduled: 'yes' }),
  ]);
  return id;
}
