import { createHash } from 'node:crypto';
import { packExtents } from '../../domain/changed-extents.js';
import type { CaptureDiskInput, CaptureOperationInput, IncrementalInput } from '../../domain/operation-input.js';
import { refusal } from '../../domain/user-error.js';
import type {
  CaptureDiskRequest,
  CaptureDiskResult,
  CopyControl,
  IncrementalCapture,
} from '../../ports/copy-engine.js';
import type { ExecutorOperation } from '../../ports/executor-operation-store.js';
import { PortError } from '../../ports/port-error.js';
import type { ExecutorContext } from '../context.js';
import type { DiskOutcome } from '../disk-outcome.js';
import { withNames } from '../failure-as-data.js';
import { diskSubject, repositoryPath } from '../plan-work.js';

interface CaptureWork {
  readonly context: ExecutorContext;
  readonly operationId: string;
  readonly restorePointId: string;
  readonly repository: string;
  readonly disk: CaptureDiskInput;
  readonly request: CaptureDiskRequest;
  readonly control: CopyControl;
}

/** One disk image into the chunk repository. Repeatable: chunks that are there already are not written again. */
export async function captureDisk(
  context: ExecutorContext,
  operation: ExecutorOperation,
  deviceKey: number,
  control: CopyControl,
): Promise<DiskOutcome> {
  const input = operation.input as CaptureOperationInput;
  const disk = input.disks.find((candidate) => candidate.deviceKey === deviceKey);
  if (disk === undefined || operation.restorePointId === null) {
    throw new Error(`operation ${operation.id} has no image for disk ${deviceKey}`);
  }
  const { restorePointId } = operation;
  const request = captureRequest(context, input.repository, disk);
  await context.repositoryPresence.require(input.repository);
  const { repository } = input;
  const work = { context, operationId: operation.id, restorePointId, repository, disk, request, control };
  return disk.incremental === undefined ? await readWhole(work) : await readChanges(work, disk.incremental);
}

function captureRequest(context: ExecutorContext, repository: string, disk: CaptureDiskInput): CaptureDiskRequest {
  const location = context.locations[disk.location];
  if (location === undefined) {
    const message = `Executor ${context.executorName} has no location "${disk.location}".`;
    throw new PortError('permanent', 'LOCATION_NOT_AVAILABLE', message);
  }
  return {
    repositoryPath: repositoryPath(context, repository),
    source: { rootPath: location.path, relativePath: disk.path },
    sourceFormat: disk.format,
    capacityBytes: disk.capacityBytes,
  };
}

async function readWhole(work: CaptureWork, because = work.disk.fullBecause): Promise<DiskOutcome> {
  const { context, operationId, disk, request, control } = work;
  if (because !== undefined) {
    const message = `${await subjectOf(work)} is read whole: ${because}`;
    await context.operations.appendNote(operationId, message, disk.deviceKey);
  }
  const result = await context.engine.captureDisk(request, control);
  await record(work, result, null);
  return outcomeOf(result);
}

/** False: the parent does not stand any more, and nothing was recorded. */
async function record(
  { context, restorePointId, repository, disk }: CaptureWork,
  { indexHash, dataBytes, readBytes }: CaptureDiskResult,
  parentRestorePointId: string | null,
): Promise<boolean> {
  context.passDebugPoint('capture-disk:whole');
  const captured = { repository, indexHash, dataBytes, readBytes, parentRestorePointId };
  return await context.catalog.recordCapturedDisk(restorePointId, disk.deviceKey, captured);
}

function outcomeOf(result: CaptureDiskResult): DiskOutcome {
  const { dataBytes, readBytes, chunkCount, newChunkCount, newStoredBytes } = result;
  return { refusals: [], result: { dataBytes, readBytes, chunkCount, newChunkCount, newStoredBytes } };
}

/** Reads what changed; whole, and said so, where the parent cannot be used and the caller allowed that. */
async function readChanges(work: CaptureWork, wanted: IncrementalInput): Promise<DiskOutcome> {
  const { context, request, control } = work;
  const { parentRestorePointId } = wanted;
  let because = await objectionTo(work, wanted);
  if (because === null) {
    try {
      const incremental = await changesOf(work, wanted);
      const result = await context.engine.captureDisk({ ...request, incremental }, control);
      // Damage that was found meanwhile is in what this capture took over unread.
      if (await record(work, result, parentRestorePointId)) return outcomeOf(result);
      because = (await objectionTo(work, wanted)) ?? 'its parent restore point was damaged while it was read.';
    } catch (error) {
      if (!(error instanceof PortError) || error.code !== 'PARENT_UNUSABLE') throw error;
      because = withNames(context, error.message);
    }
  }
  if (wanted.fallbackToFull) return await readWhole(work, because);
  const message = `${await subjectOf(work)} cannot be captured incrementally: ${because}`;
  const remedy = 'Capture it in full, as a new restore point; verify the parent to learn what else is damaged.';
  return { refusals: [refusal('PARENT_UNUSABLE', message, { remedy })], result: null };
}

/** The parent may have been found damaged, or taken away, since the capture was asked for. */
async function objectionTo({ context, disk }: CaptureWork, wanted: IncrementalInput): Promise<string | null> {
  const parent = await context.catalog.readRestorePoint(wanted.parentRestorePointId);
  if (parent === null) return 'its parent restore point is gone.';
  const earlier = parent.disks.find(({ deviceKey }) => deviceKey === disk.deviceKey);
  if (earlier?.state === 'DAMAGED') return `the blocks of its parent restore point ${parent.id} are damaged.`;
  if (earlier?.state === 'CAPTURED' && earlier.indexHash === wanted.parentIndexHash) return null;
  return `its parent restore point ${parent.id} is not what it was when the capture was asked for.`;
}

/** Throws when the extents are not those that were asked for: less than all that changed would be a wrong backup. */
async function changesOf(work: CaptureWork, wanted: IncrementalInput): Promise<IncrementalCapture> {
  const { context, restorePointId, disk } = work;
  const changedExtents = await context.catalog.readChangedExtents(restorePointId, disk.deviceKey);
  const sha256 = createHash('sha256')
    .update(packExtents(changedExtents ?? []))
    .digest('hex');
  if (changedExtents === null || sha256 !== wanted.extentsSha256) {
    throw new Error(`the changed extents of disk ${disk.deviceKey} of restore point ${restorePointId} are not there`);
  }
  return { parentIndexHash: wanted.parentIndexHash, changedExtents };
}

async function subjectOf({ context, restorePointId, disk }: CaptureWork): Promise<string> {
  const restorePoint = await context.catalog.readRestorePoint(restorePointId);
  return restorePoint === null ? `Disk ${disk.deviceKey}` : diskSubject(restorePoint, disk.deviceKey);
}
