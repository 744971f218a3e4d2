import type { CopyControl, PlacedFile, RestoreDiskResult } from '../../ports/copy-engine.js';
import { PortError } from '../../ports/port-error.js';
import type { DiskPlan } from '../../planner/plan.js';
import type { DiskOutcome } from '../disk-outcome.js';
import { removeTemporaries, temporariesOf } from '../temporaries.js';
import { placeToWrite, type PlanWork, repositoryPath, targetBusy } from '../plan-work.js';

/**
 * One disk through the copy engine. The claim is taken anew in every run, so that a run in a new process has a higher
 * fencing token than any earlier one; the engine resumes from its own journal beside the target.
 */
export async function restoreDisk(work: PlanWork, deviceKey: number, control: CopyControl): Promise<DiskOutcome> {
  const { context, operation, plan } = work;
  const disk = plan.disks.find((candidate) => candidate.deviceKey === deviceKey);
  if (disk === undefined || disk.indexHash === null || disk.repository === null) {
    throw new Error(`the plan of operation ${operation.id} cannot restore disk ${deviceKey}`);
  }
  const target = placeToWrite(context, disk.target);
  const claim = await context.claims.claim(operation.id, disk.target.location, disk.target.path);
  if (!claim.held) return { refusals: targetBusy(disk.target, claim.holderOperationId), result: null };
  context.passDebugPoint('restore-disk:claimed');
  const begun = await beginWriting(work, disk, target);
  const request = {
    repositoryPath: repositoryPath(context, disk.repository),
    indexHash: disk.indexHash,
    capacityBytes: disk.capacityBytes,
    target,
    targetFormat: 'RAW_SPARSE' as const,
    operationId: operation.id,
    fencingToken: claim.fencingToken,
  };
  let restored: RestoreDiskResult;
  try {
    restored = await context.engine.restoreDisk(request, control);
  } catch (error) {
    if (!begun || !(await isFinishedByUs(work, target, disk, error))) {
      await disownForeign(work, disk, target, error);
      throw error;
    }
    restored = { capacityBytes: disk.capacityBytes, writtenBytes: 0, resumedBytes: disk.capacityBytes };
  }
  context.passDebugPoint('restore-disk:whole');
  return { refusals: [], result: { writtenBytes: restored.writtenBytes, resumedBytes: restored.resumedBytes } };
}

/** Writes down that this operation makes the file. Returns whether an earlier run of it had done so. */
async function beginWriting(work: PlanWork, disk: DiskPlan, target: PlacedFile): Promise<boolean> {
  const { context, operation } = work;
  const claims = await context.claims.list(operation.id);
  const { location, path } = disk.target;
  if (claims.some((claim) => claim.location === location && claim.path === path && claim.writing)) return true;
  if ((await context.files.inspect(target)) !== null) {
    throw new PortError('conflict', 'TARGET_EXISTS', `${location}:${path} exists already; nothing is overwritten.`);
  }
  await context.claims.setWriting(operation.id, location, path, true);
  return false;
}

/**
 * Whether the file bears its final name because an earlier run of this operation gave it. The engine tells by a mark on
 * the file; where the file system keeps no marks it says TARGET_EXISTS. Then: we began it, it has its size, and neither
 * partial file nor journal is left, which the engine removes only after the whole file was verified and durable.
 */
async function isFinishedByUs(work: PlanWork, target: PlacedFile, disk: DiskPlan, error: unknown): Promise<boolean> {
  if (!(error instanceof PortError) || error.code !== 'TARGET_EXISTS') return false;
  const { files } = work.context;
  for (const temporary of temporariesOf(target)) {
    if ((await files.inspect(temporary)) !== null) return false;
  }
  const fact = await files.inspect(target);
  return fact?.kind === 'FILE' && fact.sizeBytes === disk.capacityBytes;
}

/** What somebody else made must not be taken away when this operation fails; what we made beside it is. */
async function disownForeign(work: PlanWork, disk: DiskPlan, target: PlacedFile, error: unknown): Promise<void> {
  if (!(error instanceof PortError)) return;
  if (error.code !== 'TARGET_EXISTS' && error.code !== 'JOURNAL_FOREIGN') return;
  const { claims, files } = work.context;
  await claims.setWriting(work.operation.id, disk.target.location, disk.target.path, false);
  if (error.code === 'TARGET_EXISTS') await removeTemporaries(files, target);
}
