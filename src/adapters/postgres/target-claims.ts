import type { ClaimOutcome, TargetClaim, TargetClaims } from '../../ports/target-claims.js';
import type { ExecutorDatabase, Query } from './executor-database.js';

export function createTargetClaims(database: ExecutorDatabase): TargetClaims {
  const { persistently } = database;
  return {
    claim: (operationId, location, path) => persistently((query) => claim(query, operationId, location, path)),
    setWriting: (operationId, location, path, writing) =>
      persistently(async (query) => {
        await query('UPDATE target_claims SET writing = $4 WHERE operation_id = $1 AND location = $2 AND path = $3', [
          operationId,
          location,
          path,
          writing,
        ]);
      }),
    setMadeFolders: (operationId, location, path, folders) =>
      persistently(async (query) => {
        await query(
          'UPDATE target_claims SET made_folders = $4 WHERE operation_id = $1 AND location = $2 AND path = $3',
          [operationId, location, path, [...folders]],
        );
      }),
    list: (operationId) => persistently((query) => list(query, operationId)),
    release: (operationId) =>
      persistently(async (query) => {
        await query('DELETE FROM target_claims WHERE operation_id = $1', [operationId]);
      }),
  };
}

async function claim(query: Query, operationId: string, location: string, path: string): Promise<ClaimOutcome> {
  for (;;) {
    const [claimed] = await query<{ token: string | null }>('SELECT claim_target($1, $2, $3) AS token', [
      location,
      path,
      operationId,
    ]);
    if (typeof claimed?.token === 'string') return { held: true, fencingToken: Number(claimed.token) };
    const [holder] = await query<{ operation_id: string }>(
      'SELECT operation_id FROM target_claims WHERE location = $1 AND path = $2',
      [location, path],
    );
    // The holder may have released it between the two statements: then it is free to be claimed.
    if (holder !== undefined) return { held: false, holderOperationId: holder.operation_id };
  }
}

interface ClaimRow extends Record<string, unknown> {
  readonly location: string;
  readonly path: string;
  readonly writing: boolean;
  readonly made_folders: string[];
}

async function list(query: Query, operationId: string): Promise<readonly TargetClaim[]> {
  const rows = await query<ClaimRow>(
    `SELECT location, path, writing, made_folders FROM target_claims WHERE operation_id = $1 ORDER BY location, path`,
    [operationId],
  );
  return rows.map((row) => ({
    location: row.location,
    path: row.path,
    writing: row.writing,
    madeFolders: row.made_folders,
  }));
}
