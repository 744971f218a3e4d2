import { setTimeout as sleep } from 'node:timers/promises';
import type { UserErrorData } from '../domain/operation-input.js';
import { refusal } from '../domain/user-error.js';
import type { OperationKind } from '../domain/words.js';
import type { CopyControl } from '../ports/copy-engine.js';
import type { ExecutorRestorePoint } from '../ports/executor-catalog.js';
import type { DiskEnd, ExecutorOperation } from '../ports/executor-operation-store.js';
import { PortError } from '../ports/port-error.js';
import type { ExecutorContext, StepOutcome } from './context.js';
import type { DiskOutcome } from './disk-outcome.js';
import { failureAsData } from './failure-as-data.js';
import { neverSettle } from './guarded-step.js';
import { withLoopDelayLogged } from './loop-delay.js';
import { diskSubject, loadPlanWork } from './plan-work.js';
import { captureDisk } from './steps/capture-disk.js';
import { restoreDisk } from './steps/restore-disk.js';
import { verifyDisk } from './steps/verify-disk.js';

const ATTEMPTS_MAX = 3;
const NEWER_WORKER_POLL_MS = 500;
const NEWER_WORKER_LIMIT_MS = 600_000;
type DiskKind = Exclude<OperationKind, 'SCRUB_REPOSITORY' | 'COLLECT_GARBAGE'>;
const POINT_OF_KIND: Readonly<Record<DiskKind, 'capture-disk' | 'restore-disk' | 'verify-disk'>> = {
  CAPTURE_RESTORE_POINT: 'capture-disk',
  EXECUTE_PLAN: 'restore-disk',
  VERIFY_RESTORE_POINT: 'verify-disk',
};

const MESSAGES: Readonly<Record<DiskEnd['state'], string>> = {
  SUCCEEDED: 'is done',
  FAILED: 'failed',
  CANCELLED: 'was stopped',
};

/**
 * The only step of a disk's workflow. Its row in `operation_disks` is the truth for the operation that waits for it; a
 * disk whose row has ended is never touched again.
 */
export async function processDisk(
  context: ExecutorContext,
  operationId: string,
  deviceKey: number,
): Promise<StepOutcome> {
  const watched = context.cancels.watch(operationId);
  try {
    const operation = await context.operations.read(operationId);
    const disks = await context.operations.listDisks(operationId);
    const state = disks.find((disk) => disk.deviceKey === deviceKey)?.state;
    if (operation === null || state === undefined || operation.state !== 'RUNNING') return 'CANCELLED';
    if (state === 'SUCCEEDED') return 'DONE';
    if (state === 'FAILED' || state === 'CANCELLED') return state;
    const end = await withLoopDelayLogged(context.log, { operationId, deviceKey, kind: operation.kind }, () =>
      runToItsEnd(context, operation, deviceKey, watched.signal),
    );
    if (end === null) return await processDisk(context, operationId, deviceKey);
    await context.operations.finishDisk(operationId, deviceKey, end);
    context.passDebugPoint(`${pointOf(operation)}:done`);
    return end.state === 'SUCCEEDED' ? 'DONE' : end.state;
  } finally {
    watched.release();
  }
}

/** Null when a newer worker has the disk: what becomes of it is that worker's to say. */
async function runToItsEnd(
  context: ExecutorContext,
  operation: ExecutorOperation,
  deviceKey: number,
  cancelled: AbortSignal,
): Promise<DiskEnd | null> {
  if (operation.cancelRequested) return endOf('CANCELLED', deviceKey, []);
  await context.operations.startDisk(operation.id, deviceKey);
  context.passDebugPoint(`${pointOf(operation)}:before`);
  const control = controlOf(context, operation, deviceKey, cancelled);
  for (let attempt = 1; ; attempt += 1) {
    try {
      const { refusals, result } = await runOnce(context, operation, deviceKey, control);
      return endOf(refusals.length === 0 ? 'SUCCEEDED' : 'FAILED', deviceKey, refusals, result);
    } catch (error) {
      if (context.stopping.aborted) return await neverSettle();
      if (cancelled.aborted) return endOf('CANCELLED', deviceKey, []);
      if (isFencedOut(error)) {
        await awaitNewerWorker(context, operation.id, deviceKey);
        return null;
      }
      if (attempt < ATTEMPTS_MAX && mayPass(error)) {
        await sleep(250 * 2 ** attempt);
        continue;
      }
      const subject = await subjectOf(context, operation, deviceKey);
      return endOf('FAILED', deviceKey, [failureAsData(context, operation.id, subject, error)]);
    }
  }
}

function pointOf({ kind }: ExecutorOperation) {
  return POINT_OF_KIND[kind as DiskKind];
}

/** Full disks stay full for longer than we wait; a lock of a process that has just ended does not. */
function mayPass(error: unknown): boolean {
  if (!(error instanceof PortError)) return false;
  return error.code === 'TARGET_BUSY' || (error.kind === 'retryable' && error.code !== 'NO_SPACE');
}

function isFencedOut(error: unknown): boolean {
  return error instanceof PortError && error.code === 'STALE_FENCING_TOKEN';
}

/**
 * Returns when the newer worker has ended the disk; or after so long that it can only be lost itself, for its copy goes
 * on from the journal then and nothing is lost by trying.
 */
async function awaitNewerWorker(context: ExecutorContext, operationId: string, deviceKey: number): Promise<void> {
  context.log.warn({ operationId, deviceKey }, 'a newer worker has this disk; leaving it alone');
  const deadline = Date.now() + NEWER_WORKER_LIMIT_MS;
  while (Date.now() < deadline) {
    if (context.stopping.aborted) await neverSettle();
    const disks = await context.operations.listDisks(operationId);
    if (disks.find((disk) => disk.deviceKey === deviceKey)?.state !== 'RUNNING') return;
    await sleep(NEWER_WORKER_POLL_MS);
  }
}

function controlOf(
  context: ExecutorContext,
  operation: ExecutorOperation,
  deviceKey: number,
  cancelled: AbortSignal,
): CopyControl {
  return {
    signal: AbortSignal.any([cancelled, context.stopping]),
    ...(context.ioDepth === undefined ? {} : { ioDepth: context.ioDepth }),
    onProgress: ({ doneBytes }) => {
      context.progress.report(operation.id, deviceKey, doneBytes);
      // A copy that is quicker than the first report says only that it is whole: the point is passed all the same.
      if (operation.kind === 'EXECUTE_PLAN' && doneBytes > 0) {
        context.passDebugPoint('restore-disk:copying');
      }
    },
  };
}

async function runOnce(
  context: ExecutorContext,
  operation: ExecutorOperation,
  deviceKey: number,
  control: CopyControl,
): Promise<DiskOutcome> {
  if (operation.kind === 'CAPTURE_RESTORE_POINT') return await captureDisk(context, operation, deviceKey, control);
  if (operation.kind === 'EXECUTE_PLAN') {
    return await restoreDisk(await loadPlanWork(context, operation.id), deviceKey, control);
  }
  const restorePoint = await context.catalog.readRestorePoint(operation.restorePointId as string);
  if (restorePoint !== null)
    return await verifyDisk(context, { operationId: operation.id, restorePoint, deviceKey }, control);
  const message = 'The restore point was removed while it was verified.';
  return { refusals: [refusal('NOT_FOUND', message)], result: null };
}

async function subjectOf(context: ExecutorContext, operation: ExecutorOperation, deviceKey: number): Promise<string> {
  const restorePoint = await restorePointOf(context, operation);
  return restorePoint === null ? `Disk ${deviceKey}` : diskSubject(restorePoint, deviceKey);
}

async function restorePointOf(
  context: ExecutorContext,
  operation: ExecutorOperation,
): Promise<ExecutorRestorePoint | null> {
  if (operation.restorePointId !== null) return await context.catalog.readRestorePoint(operation.restorePointId);
  const plan = operation.planId === null ? null : await context.catalog.readPlan(operation.planId);
  const id = (plan as { restorePointId?: string } | null)?.restorePointId;
  return id === undefined ? null : await context.catalog.readRestorePoint(id);
}

function endOf(
  state: DiskEnd['state'],
  deviceKey: number,
  userErrors: readonly UserErrorData[],
  result: DiskEnd['result'] = null,
): DiskEnd {
  const why = userErrors.map((error) => error.message).join(' ');
  return { state, userErrors, result, message: why === '' ? `Disk ${deviceKey} ${MESSAGES[state]}.` : why };
}
