import type { UserErrorData } from '../../domain/operation-input.js';
import { refusal } from '../../domain/user-error.js';
import type { CopyControl, DamagedChunk, VerifyDiskResult } from '../../ports/copy-engine.js';
import type { DamagedDisk, ExecutorRestorePoint } from '../../ports/executor-catalog.js';
import { PortError } from '../../ports/port-error.js';
import { executorActor, type ExecutorContext } from '../context.js';
import type { DiskOutcome } from '../disk-outcome.js';
import { withNames } from '../failure-as-data.js';
import { diskSubject, repositoryPath } from '../plan-work.js';
import { HEAL, markSharedDamage, namePoints } from '../shared-damage.js';

/** Places named one by one; further ones are counted. */
const PLACES_NAMED_MAX = 20;
const POINTS_NAMED_MAX = 20;

export interface DiskToVerify {
  readonly operationId: string;
  readonly restorePoint: ExecutorRestorePoint;
  readonly deviceKey: number;
}

/**
 * Reads every chunk of one disk. Damage marks the disk in every restore point that names one of the bad chunks; a whole
 * disk is stamped, and brings points back that were marked before it was read.
 */
export async function verifyDisk(
  context: ExecutorContext,
  { operationId, restorePoint, deviceKey }: DiskToVerify,
  control: CopyControl,
): Promise<DiskOutcome> {
  const disk = restorePoint.disks.find((candidate) => candidate.deviceKey === deviceKey);
  if (disk === undefined || disk.indexHash === null || disk.repository === null) {
    throw new Error(`disk ${deviceKey} of restore point ${restorePoint.id} is not in a repository`);
  }
  const index = { repository: disk.repository, indexHash: disk.indexHash };
  const subject = diskSubject(restorePoint, deviceKey);
  await context.repositoryPresence.require(index.repository);
  const since = await context.catalog.readClock();
  let verified: VerifyDiskResult;
  try {
    const path = repositoryPath(context, index.repository);
    const request = { repositoryPath: path, indexHash: index.indexHash, capacityBytes: disk.capacityBytes };
    verified = await context.engine.verifyDisk(request, control);
  } catch (error) {
    if (!(error instanceof PortError) || error.code !== 'INDEX_DAMAGED') throw error;
    await context.repositoryPresence.require(index.repository);
    const disks = await markSharedDamage(context, operationId, index, []);
    return { refusals: [damage(`${subject}: ${withNames(context, error.message)}`, disks)], result: null };
  }
  if (verified.damagedChunkCount === 0) {
    const cause = { actor: executorActor(context), operationId };
    await context.catalog.markIndexVerified(index.repository, index.indexHash, since, cause);
    return { refusals: [], result: { chunkCount: verified.chunkCount, damagedChunkCount: 0 } };
  }
  await context.repositoryPresence.require(index.repository);
  const badIds = verified.damaged.map(({ chunkId }) => chunkId);
  const disks = await markSharedDamage(context, operationId, index, badIds);
  return {
    refusals: [damage(`${subject}: ${describe(verified)}`, disks)],
    result: { chunkCount: verified.chunkCount, damagedChunkCount: verified.damagedChunkCount },
  };
}

function damage(message: string, disks: readonly DamagedDisk[]): UserErrorData {
  return refusal(
    'REPOSITORY_DAMAGED',
    `${message} Restore points that it breaks: ${namePoints(disks, POINTS_NAMED_MAX)}.`,
    {
      remedy: HEAL,
    },
  );
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
