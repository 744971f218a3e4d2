import type { UserErrorData } from '../../domain/operation-input.js';
import { refusal } from '../../domain/user-error.js';
import type { CopyControl, DamagedChunk, VerifyDiskResult } from '../../ports/copy-engine.js';
import type { ExecutorRestorePoint } from '../../ports/executor-catalog.js';
import { PortError } from '../../ports/port-error.js';
import type { ExecutorContext } from '../context.js';
import type { DiskOutcome } from '../disk-outcome.js';
import { withNames } from '../failure-as-data.js';
import { diskSubject, repositoryPath } from '../plan-work.js';

/** Places named one by one; further ones are counted. */
const PLACES_NAMED_MAX = 20;

/**
 * Reads every chunk of one disk. Damage marks the disk in every restore point that has the same index, because those
 * are the very same bytes; a whole disk is stamped.
 */
export async function verifyDisk(
  context: ExecutorContext,
  restorePoint: ExecutorRestorePoint,
  deviceKey: number,
  control: CopyControl,
): Promise<DiskOutcome> {
  const disk = restorePoint.disks.find((candidate) => candidate.deviceKey === deviceKey);
  if (disk === undefined || disk.indexHash === null || disk.repository === null) {
    throw new Error(`disk ${deviceKey} of restore point ${restorePoint.id} is not in a repository`);
  }
  const subject = diskSubject(restorePoint, deviceKey);
  await context.repositoryPresence.require(disk.repository);
  let verified: VerifyDiskResult;
  try {
    verified = await context.engine.verifyDisk(
      {
        repositoryPath: repositoryPath(context, disk.repository),
        indexHash: disk.indexHash,
        capacityBytes: disk.capacityBytes,
      },
      control,
    );
  } catch (error) {
    if (!(error instanceof PortError) || error.code !== 'INDEX_DAMAGED') throw error;
    await context.repositoryPresence.require(disk.repository);
    const points = await context.catalog.markIndexDamaged(disk.repository, disk.indexHash);
    return { refusals: [damage(`${subject}: ${withNames(context, error.message)}`, points)], result: null };
  }
  if (verified.damagedChunkCount === 0) {
    await context.catalog.markIndexVerified(disk.repository, disk.indexHash);
    return { refusals: [], result: { chunkCount: verified.chunkCount, damagedChunkCount: 0 } };
  }
  await context.repositoryPresence.require(disk.repository);
  const points = await context.catalog.markIndexDamaged(disk.repository, disk.indexHash);
  return {
    refusals: [damage(`${subject}: ${describe(verified)}`, points)],
    result: { chunkCount: verified.chunkCount, damagedChunkCount: verified.damagedChunkCount },
  };
}

function damage(message: string, restorePointIds: readonly string[]): UserErrorData {
  const shared = `Restore points with the same disk: ${restorePointIds.slice(0, PLACES_NAMED_MAX).join(', ')}.`;
  return refusal('REPOSITORY_DAMAGED', `${message} ${shared}`, {
    remedy: 'Bring the chunks back from a copy of the repository and verify again, or choose another restore point.',
  });
}

function describe({ damaged, damagedChunkCount, chunkCount }: VerifyDiskResult): string {
  const named = damaged.slice(0, PLACES_NAMED_MAX).map(describeChunk);
  const more = damagedChunkCount - named.length;
  const rest = more > 0 ? `, and ${more} more` : '';
  return `${damagedChunkCount} of ${chunkCount} chunks are damaged: ${named.join(', ')}${rest}.`;
}

function describeChunk({ offsetBytes, lengthBytes, reason }: DamagedChunk): string {
  return `${lengthBytes} bytes at byte ${offsetBytes} ${reason === 'MISSING' ? 'missing' : 'damaged'}`;
}
