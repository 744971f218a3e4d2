import type { CaptureOperationInput } from '../domain/operation-input.js';
import { refusal } from '../domain/user-error.js';
import type { DiskWork, ExecutorOperation, ExecutorOperationDisk } from '../ports/executor-operation-store.js';
import { executorActor, type ExecutorContext, type StepOutcome } from './context.js';
import { failureAsData } from './failure-as-data.js';
import { loadPlanWork } from './plan-work.js';
import { checkNvram } from './steps/write-nvram.js';
import { undoPlan } from './undo-plan.js';
import { isUpkeep } from './upkeep-step.js';

/** A step of the plan as the workflow engine may know it: position and kind, nothing else. */
export interface OutlineStep {
  readonly position: number;
  readonly kind: string;
  readonly deviceKey: number | null;
}

export async function beginOperation(context: ExecutorContext, operationId: string): Promise<'RUNNING' | 'ENDED'> {
  context.passDebugPoint('begin:before');
  const begun = await context.operations.begin(operationId, context.executorId);
  context.passDebugPoint('begin:done');
  return begun;
}

/**
 * Reads what is to be done and makes the rows of its disks. Null when that cannot be read: the reason then stands with
 * the operation.
 */
export async function readOutline(context: ExecutorContext, operationId: string): Promise<OutlineStep[] | null> {
  try {
    const operation = await context.operations.read(operationId);
    if (operation === null) throw new Error(`operation ${operationId} is gone`);
    const { steps, disks } = await outlineOf(context, operation);
    if (steps.length === 0) return await refuseEmpty(context, operationId);
    await context.operations.prepareDisks(operationId, disks);
    context.passDebugPoint('read-plan:done');
    return steps;
  } catch (error) {
    const failure = failureAsData(context, operationId, 'The operation', error);
    await context.operations.addUserErrors(operationId, [failure]);
    return null;
  }
}

/** Nothing was looked at: that is no success. */
async function refuseEmpty(context: ExecutorContext, operationId: string): Promise<null> {
  const message = 'No disk of the restore point is in a repository: there is nothing to work on.';
  await context.operations.addUserErrors(operationId, [refusal('RESTORE_POINT_NOT_AVAILABLE', message)]);
  return null;
}

interface Outline {
  readonly steps: OutlineStep[];
  readonly disks: readonly DiskWork[];
}

async function outlineOf(context: ExecutorContext, operation: ExecutorOperation): Promise<Outline> {
  if (operation.kind === 'EXECUTE_PLAN') {
    const { plan } = await loadPlanWork(context, operation.id);
    const steps = plan.steps.map((step) => ({
      position: step.position,
      kind: step.kind,
      deviceKey: step.kind === 'RESTORE_DISK' ? step.deviceKey : null,
    }));
    const keys = new Set(steps.map(({ deviceKey }) => deviceKey));
    const disks = plan.disks.filter((disk) => keys.has(disk.deviceKey));
    return { steps, disks: disks.map((disk) => ({ deviceKey: disk.deviceKey, bytesTotal: disk.capacityBytes })) };
  }
  if (isUpkeep(operation.kind)) {
    return { steps: [{ position: 1, kind: operation.kind, deviceKey: null }], disks: [] };
  }
  const disks =
    operation.kind === 'CAPTURE_RESTORE_POINT'
      ? (operation.input as CaptureOperationInput).disks
      : await disksToVerify(context, operation);
  return {
    steps: disks.map(({ deviceKey }, index) => ({ position: index + 1, kind: 'DISK', deviceKey })),
    disks: disks.map((disk) => ({ deviceKey: disk.deviceKey, bytesTotal: disk.capacityBytes })),
  };
}

async function disksToVerify(context: ExecutorContext, operation: ExecutorOperation) {
  const restorePoint = await context.catalog.readRestorePoint(operation.restorePointId as string);
  if (restorePoint === null) throw new Error(`restore point ${operation.restorePointId} is gone`);
  return restorePoint.disks.filter((disk) => disk.indexHash !== null);
}

/** The last step: what follows from the outcome in the catalog, then the operation's end in one transaction. */
export async function endOperation(context: ExecutorContext, operationId: string, stepped: StepOutcome): Promise<void> {
  context.passDebugPoint('finish:before');
  const operation = await context.operations.read(operationId);
  if (operation === null) return;
  const outcome = await withSealedItems(context, operation, stepped);
  if (outcome !== 'DONE' && operation.kind === 'EXECUTE_PLAN') {
    await context.operations.enterPhase(operationId, 'cleaning up');
    context.passDebugPoint('undo:before');
    await undoPlan(context, operationId);
    context.passDebugPoint('undo:done');
  }
  if (operation.kind === 'CAPTURE_RESTORE_POINT') await endCapture(context, operation, outcome);
  if (outcome === 'CANCELLED') {
    await context.operations.addUserErrors(operationId, [
      refusal('CANCELLED', 'The operation was stopped on request.'),
    ]);
  }
  const disks = await context.operations.listDisks(operationId);
  await context.operations.finish(operationId, executorActor(context), {
    state: outcome === 'DONE' ? 'SUCCEEDED' : outcome,
    result: operation.result ?? (isUpkeep(operation.kind) ? null : sumResults(disks)),
  });
  context.passDebugPoint('finish:done');
}

/** A verification answers for NVRAM too: sealed to a key that is lost, it is no more there than a damaged disk. */
async function withSealedItems(
  context: ExecutorContext,
  operation: ExecutorOperation,
  outcome: StepOutcome,
): Promise<StepOutcome> {
  if (operation.kind !== 'VERIFY_RESTORE_POINT' || outcome === 'CANCELLED') return outcome;
  const restorePoint = await context.catalog.readRestorePoint(operation.restorePointId as string);
  if (restorePoint === null || restorePoint.nvramItemId === null) return outcome;
  const refusals = await checkNvram({ context, operation, restorePoint }).catch((error: unknown) => [
    failureAsData(context, operation.id, `NVRAM of VM ${restorePoint.vmName}`, error),
  ]);
  if (refusals.length === 0) return outcome;
  await context.operations.addUserErrors(operation.id, refusals);
  return 'FAILED';
}

async function endCapture(context: ExecutorContext, operation: ExecutorOperation, outcome: StepOutcome): Promise<void> {
  const restorePointId = operation.restorePointId as string;
  if (outcome === 'DONE') {
    await context.catalog.completeCapture(restorePointId);
    return;
  }
  const why = operation.userErrors.map((error) => error.message).join(' ');
  const reason = outcome === 'CANCELLED' ? 'The capture was stopped on request.' : why;
  await context.catalog.failCapture(restorePointId, reason === '' ? 'The capture failed.' : reason);
}

/** Figures of the disks added up by name. */
function sumResults(disks: readonly ExecutorOperationDisk[]): Record<string, number> {
  const sums: Record<string, number> = { diskCount: disks.length };
  for (const { result } of disks) {
    for (const [name, value] of Object.entries(result ?? {})) {
      if (typeof value === 'number') sums[name] = (sums[name] ?? 0) + value;
    }
  }
  return sums;
}
