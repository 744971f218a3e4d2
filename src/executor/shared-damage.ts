import type { DamagedDisk } from '../ports/executor-catalog.js';
import { PortError } from '../ports/port-error.js';
import { executorActor, type ExecutorContext } from './context.js';
import { repositoryPath } from './plan-work.js';

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
  const own = await context.catalog.markIndexesDamaged(repository, [indexHash], cause);
  if (badIds.length === 0) return own;
  try {
    const { roots } = await context.upkeep.readIndexes(repository);
    const traced = await context.scrubber.traceDamage(
      {
        repositoryPath: repositoryPath(context, repository),
        indexHashes: roots,
        badIds,
        readAgain: false,
        firstFolder: 0,
        folderCount: 0,
      },
      context.stopping,
    );
    const broken = traced.indexes.filter(({ damagedCount }) => damagedCount > 0);
    const hashes = new Set([indexHash, ...broken.map((index) => index.indexHash)]);
    return await context.catalog.markIndexesDamaged(repository, [...hashes], cause);
  } catch (error) {
    if (!(error instanceof PortError) || context.stopping.aborted) throw error;
    context.log.warn({ operationId, code: error.code }, 'could not look which other restore points share the damage');
    return own;
  }
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
