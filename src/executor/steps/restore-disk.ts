import type { CopyControl, PlacedFile, RestoreDiskRequest, RestoreDiskResult } from '../../ports/copy-engine.js';
import { PortError } from '../../ports/port-error.js';
import type { UserErrorData } from '../../domain/operation-input.js';
import type { DamagedDisk } from '../../ports/executor-catalog.js';
import type { FileDiskPlan } from '../../planner/plan.js';
import type { ExecutorContext } from '../context.js';
import type { DiskOutcome } from '../disk-outcome.js';
import { failureAsData } from '../failure-as-data.js';
import { HEAL, markSharedDamage, namePoints } from '../shared-damage.js';
import { removeTemporaries } from '../temporaries.js';
import { diskSubject, filesOfDisk, placeToWrite, type PlanWork, repositoryPath, targetBusy } from '../plan-work.js';

/**
 * One disk through the copy engine. The claim is taken anew in every run, so that a run in a new process has a higher
 * fencing token than any earlier one; the engine resumes from its own journal beside the target.
 */
export async function restoreDisk(work: PlanWork, deviceKey: number, control: CopyControl): Promise<DiskOutcome> {
  const { context, operation, plan } = work;
  const disk = plan.disks.find((candidate) => candidate.deviceKey === deviceKey);
  if (disk === undefined) throw new Error(`the plan of operation ${operation.id} has no disk ${deviceKey}`);
  const target = placeToWrite(context, disk.target);
  if (disk.repository !== null) await context.repositoryPresence.require(disk.repository);
  const claim = await context.claims.claim(operation.id, disk.target.location, disk.target.path);
  if (!claim.held) return { refusals: targetBusy(disk.target, claim.holderOperationId), result: null };
  context.passDebugPoint('restore-disk:claimed');
  await beginWriting(work, disk, target);
  const request = restoreRequest(context, operation.id, disk, target, claim.fencingToken);
  let restored: RestoreDiskResult;
  try {
    restored = await context.engine.restoreDisk(request, control);
  } catch (error) {
    await disownForeign(work, disk, target, error);
    const broken = await keepDamage(context, operation.id, disk, error);
    if (broken.length === 0) throw error;
    return { refusals: [damageOf(work, deviceKey, error, broken)], result: null };
  }
  context.passDebugPoint('restore-disk:whole');
  return { refusals: [], result: { writtenBytes: restored.writtenBytes, resumedBytes: restored.resumedBytes } };
}

const POINTS_NAMED_MAX = 20;
const DAMAGE: ReadonlySet<string> = new Set(['INDEX_DAMAGED', 'CHUNK_MISSING', 'CHUNK_DAMAGED']);

/** Damage that a restore meets is known from then on, as if a verification had met it: no later plan is good. */
async function keepDamage(
  context: ExecutorContext,
  operationId: string,
  disk: FileDiskPlan,
  error: unknown,
): Promise<readonly DamagedDisk[]> {
  if (!(error instanceof PortError) || !DAMAGE.has(error.code)) return [];
  if (disk.repository === null || disk.indexHash === null) return [];
  // What is missing from a folder that was taken away meanwhile is not missing from the repository.
  await context.repositoryPresence.require(disk.repository);
  const badIds = error.subject.chunkId === undefined ? [] : [error.subject.chunkId];
  return await markSharedDamage(
    context,
    operationId,
    { ...disk, repository: disk.repository, indexHash: disk.indexHash },
    badIds,
  );
}

/** Names VM, disk and place, and every restore point that cannot be restored for the same reason. */
function damageOf(work: PlanWork, deviceKey: number, error: unknown, broken: readonly DamagedDisk[]): UserErrorData {
  const { context, operation, restorePoint } = work;
  const failure = failureAsData(context, operation.id, diskSubject(restorePoint, deviceKey), error);
  const points = namePoints(broken, POINTS_NAMED_MAX);
  return { ...failure, message: `${failure.message} Restore points that it breaks: ${points}.`, remedy: HEAL };
}

/** What the engine is asked for; its marks on a finished file follow from operation and index. */
export function restoreRequest(
  context: ExecutorContext,
  operationId: string,
  disk: FileDiskPlan,
  target: PlacedFile,
  fencingToken: number,
): RestoreDiskRequest {
  if (disk.indexHash === null || disk.repository === null) {
    throw new Error(`the plan of operation ${operationId} cannot restore disk ${disk.deviceKey}`);
  }
  return {
    repositoryPath: repositoryPath(context, disk.repository),
    indexHash: disk.indexHash,
    capacityBytes: disk.capacityBytes,
    target,
    targetFormat: disk.format,
    operationId,
    fencingToken,
  };
}

/** Writes down that this operation makes the file. */
async function beginWriting(work: PlanWork, disk: FileDiskPlan, target: PlacedFile): Promise<void> {
  const { context, operation } = work;
  const claims = await context.claims.list(operation.id);
  const { location, path } = disk.target;
  if (claims.some((claim) => claim.location === location && claim.path === path && claim.writing)) return;
  for (const file of filesOfDisk(disk)) {
    if ((await context.files.inspect({ ...target, relativePath: file.path })) === null) continue;
    const message = `${file.location}:${file.path} exists already; nothing is overwritten.`;
    throw new PortError('conflict', 'TARGET_EXISTS', message);
  }
  await context.claims.setWriting(operation.id, location, path, true);
}

/** What somebody else made must not be taken away when this operation fails; what we made beside it is. */
async function disownForeign(work: PlanWork, disk: FileDiskPlan, target: PlacedFile, error: unknown): Promise<void> {
  if (!(error instanceof PortError)) return;
  if (error.code !== 'TARGET_EXISTS' && error.code !== 'JOURNAL_FOREIGN') return;
  const { claims, files } = work.context;
  await claims.setWriting(work.operation.id, disk.target.location, disk.target.path, false);
  if (error.code === 'TARGET_EXISTS') await removeTemporaries(files, target, disk.format);
}
