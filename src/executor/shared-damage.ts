import type { DamagedDisk } from '../ports/executor-catalog.js';
import { PortError } from '../ports/port-error.js';
import { executorActor, type ExecutorContext } from './context.js';
import { repositoryPath } from './plan-work.js';

/** Each round looks at what was captured during the one before. */
export const ROUNDS_MAX = 5;

/** What helps against damaged chunks. */
export const HEAL =
  'Capture the VM again in full, or bring the chunks back from a copy of the repository; then verify the points. ' +
  'Until then choose other restore points.';

interface DamagedIndex {
  readonly repository: string;
  readonly indexHash: string;
}

/**
 * Bad chunks of one index break every other index that names them: all their disks and points are marked. Where the
 * others cannot be looked at, those of this index are marked all the same, and the log says so.
 */
export async function markSharedDamage(
  context: ExecutorContext,
  operationId: string,
  { repository, indexHash }: DamagedIndex,
  badIds: readonly string[],
): Promise<readonly DamagedDisk[]> {
  const cause = { actor: executorActor(context), operationId };
  const broken = new Set([indexHash]);
  let disks = await context.catalog.markIndexesDamaged(repository, [...broken], cause);
  if (badIds.length === 0) return disks;
  const seen = new Set<string>();
  try {
    // Points that came while the others were looked at may name the same chunks, unread.
    for (let round = 0; round < ROUNDS_MAX; round += 1) {
      const { roots } = await context.upkeep.readIndexes(repository);
      const fresh = roots.filter((root) => !seen.has(root));
      if (fresh.length === 0) break;
      for (const root of fresh) seen.add(root);
      for (const found of await findBroken(context, repository, fresh, badIds)) broken.add(found);
      disks = await context.catalog.markIndexesDamaged(repository, [...broken], cause);
    }
  } catch (error) {
    if (!(error instanceof PortError) || context.stopping.aborted) throw error;
    context.log.warn({ operationId, code: error.code }, 'could not look which other restore points share the damage');
  }
  return disks;
}

async function findBroken(
  context: ExecutorContext,
  repository: string,
  indexHashes: readonly string[],
  badIds: readonly string[],
): Promise<readonly string[]> {
  const { indexes } = await context.scrubber.traceDamage(
    {
      repositoryPath: repositoryPath(context, repository),
      indexHashes,
      badIds,
      readAgain: false,
      firstFolder: 0,
      folderCount: 0,
    },
    context.stopping,
  );
  return indexes.filter(({ damagedCount }) => damagedCount > 0).map(({ indexHash }) => indexHash);
}

/** "VM web01 of 2026-05-04T03:02:01.000Z (id)", each point once. */
export function namePoints(disks: readonly DamagedDisk[], most: number): string {
  const points = new Map(disks.map((disk) => [disk.restorePointId, disk]));
  const names = [...points.values()].slice(0, most).map((disk) => {
    return `VM ${disk.vmName} of ${disk.capturedAt} (${disk.restorePointId})`;
  });
  const more = points.size - names.length;
  return `${names.join(', ')}${more > 0 ? `, and ${more} more` : ''}`;
}
