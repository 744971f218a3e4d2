import { refusal } from '../domain/user-error.js';
import type { UnfinishedOperation } from '../ports/executor-operation-store.js';
import { DISKS_QUEUE, OPERATION_WORKFLOWS, OPERATIONS_QUEUE } from '../ports/work-queue.js';
import type { EnqueuedWorkflow, WorkflowEngine } from '../ports/workflow-engine.js';
import { type ExecutorContext, executorActor } from './context.js';
import { undoPlan } from './undo-plan.js';
import { DISK_WORKFLOW, diskWorkflowId, partitionKey, type RunningWorkflows } from './workflows.js';

/** An operation whose workflow ended in an unexpected way so often is a defect; going on would hide it for good. */
const ATTEMPTS_MAX = 5;

export interface Sweeper {
  /** One round over all operations that have not ended. */
  sweep(): Promise<void>;
  reviveDisk(operationId: string, deviceKey: number): Promise<void>;
  start(everyMs: number): void;
  stop(): void;
}

export interface SweeperOptions {
  readonly context: ExecutorContext;
  /** Not there before launch; rounds begin after it. */
  readonly engine: () => WorkflowEngine;
  readonly running: () => RunningWorkflows;
}

/**
 * Makes sure that every operation ends: it hands over what the API could not, and starts again what the workflow engine
 * lost. The operation's row is the truth, the engine's rows only its means.
 */
export function createSweeper(options: SweeperOptions): Sweeper {
  const { context } = options;
  /** Held for running in an earlier round but running nowhere here; twice in a row means lost. */
  const suspected = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let sweeping = false;

  /** Returns false when all attempts have been used up. */
  async function ensureAtWork(attempts: (attempt: number) => EnqueuedWorkflow): Promise<boolean> {
    for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
      const workflow = attempts(attempt);
      const { workflowId } = workflow;
      const found = await options.engine().stateOf(workflowId);
      if (found.state === 'ENDED') continue;
      if (found.state === 'ABSENT') {
        if (attempt > 1) context.log.warn({ workflowId, attempt }, 'a workflow was lost; starting it again');
        await options.engine().enqueue(workflow);
      }
      const here = found.state === 'RUNNING' && found.executorId === context.executorId;
      if (!here || options.running().has(workflowId)) {
        suspected.delete(workflowId);
      } else if (!suspected.has(workflowId)) {
        suspected.add(workflowId);
      } else {
        suspected.delete(workflowId);
        context.log.warn({ workflowId }, 'a workflow is held for running and is not; letting it run');
        await options.engine().resume(workflowId, workflow.queue);
      }
      return true;
    }
    return false;
  }

  async function sweepOne(operation: UnfinishedOperation): Promise<void> {
    if (operation.state === 'QUEUED' && operation.cancelRequested) {
      await context.operations.begin(operation.id, context.executorId);
      return;
    }
    const alive = await ensureAtWork((attempt) => ({
      workflowId: attempt === 1 ? operation.id : `${operation.id}:${attempt}`,
      name: OPERATION_WORKFLOWS[operation.kind],
      queue: OPERATIONS_QUEUE,
      partitionKey: null,
      input: [operation.id],
    }));
    if (!alive) await giveUp(operation);
  }

  async function giveUp(operation: UnfinishedOperation): Promise<void> {
    const row = await context.operations.read(operation.id);
    const error = refusal('INTERNAL', `The operation failed ${ATTEMPTS_MAX} times in an unexpected way.`, {
      remedy: `Look for operation ${operation.id} in the log of the executor.`,
    });
    await context.operations.addUserErrors(operation.id, [error]);
    if (row?.kind === 'EXECUTE_PLAN') await undoPlan(context, operation.id);
    if (row?.kind === 'CAPTURE_RESTORE_POINT' && row.restorePointId !== null) {
      await context.catalog.failCapture(row.restorePointId, error.message);
    }
    await context.operations.finish(operation.id, executorActor(context), { state: 'FAILED', result: null });
  }

  async function sweep(): Promise<void> {
    if (sweeping || context.stopping.aborted) return;
    sweeping = true;
    try {
      for (const operation of await context.operations.listUnfinished()) await sweepOne(operation);
    } catch (error) {
      if (!context.stopping.aborted) context.log.warn({ error }, 'a round over unfinished operations was cut off');
    } finally {
      sweeping = false;
    }
  }

  async function reviveDisk(operationId: string, deviceKey: number): Promise<void> {
    const alive = await ensureAtWork((attempt) => ({
      workflowId: diskWorkflowId(operationId, deviceKey, attempt),
      name: DISK_WORKFLOW,
      queue: DISKS_QUEUE,
      partitionKey: partitionKey(context),
      input: [operationId, deviceKey],
    }));
    if (alive) return;
    const message = `Disk ${deviceKey} failed ${ATTEMPTS_MAX} times in an unexpected way.`;
    const remedy = `Look for operation ${operationId} in the log of the executor.`;
    await context.operations.finishDisk(operationId, deviceKey, {
      state: 'FAILED',
      userErrors: [refusal('INTERNAL', message, { remedy })],
      result: null,
      message,
    });
  }

  return {
    sweep,
    reviveDisk,
    start: (everyMs) => {
      timer ??= setInterval(() => void sweep(), everyMs);
    },
    stop: () => {
      clearInterval(timer);
      timer = undefined;
    },
  };
}
