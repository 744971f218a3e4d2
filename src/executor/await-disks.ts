import { setTimeout as sleep } from 'node:timers/promises';
import type { ExecutorOperationDisk } from '../ports/executor-operation-store.js';
import type { ExecutorContext, StepOutcome } from './context.js';
import { neverSettle } from './guarded-step.js';

const POLL_MS = 150;
const REVIVE_MS = 10_000;

/** Starts the workflow of a disk again when the workflow engine has lost it. */
export type ReviveDisk = (operationId: string, deviceKey: number) => Promise<void>;

/**
 * Waits for the rows of the disks, not for the results of their workflows: reading a result fails for good when
 * PostgreSQL restarts meanwhile. A workflow that the engine lost is started again while we wait.
 */
export async function awaitDisks(
  context: ExecutorContext,
  operationId: string,
  reviveDisk: ReviveDisk,
): Promise<StepOutcome> {
  context.passDebugPoint('await-disks:before');
  for (let lookedAt = Date.now(); ; ) {
    if (context.stopping.aborted) return await neverSettle();
    const disks = await context.operations.listDisks(operationId);
    const waiting = disks.filter(({ state }) => state === 'QUEUED' || state === 'RUNNING');
    if (waiting.length === 0) return await sumUp(context, operationId, disks);
    if (Date.now() - lookedAt > REVIVE_MS) {
      for (const disk of waiting) await reviveDisk(operationId, disk.deviceKey);
      lookedAt = Date.now();
    }
    await sleep(POLL_MS);
  }
}

async function sumUp(
  context: ExecutorContext,
  operationId: string,
  disks: readonly ExecutorOperationDisk[],
): Promise<StepOutcome> {
  const errors = disks.flatMap((disk) => disk.userErrors);
  await context.operations.addUserErrors(operationId, errors);
  await context.progress.settle(operationId);
  context.passDebugPoint('await-disks:done');
  if (disks.some(({ state }) => state === 'FAILED')) return 'FAILED';
  return disks.some(({ state }) => state === 'CANCELLED') ? 'CANCELLED' : 'DONE';
}
