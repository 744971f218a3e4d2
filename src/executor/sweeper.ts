import { refusal } from '../domain/user-error.js';
import type { UnfinishedOperation } from '../ports/executor-operation-store.js';
import { DISKS_QUEUE, OPERATION_WORKFLOWS, OPERATIONS_QUEUE } from '../ports/work-queue.js';
import type { EnqueuedWorkflow, WorkflowEngine, WorkflowState } from '../ports/workflow-engine.js';
import { type ExecutorContext, executorActor } from './context.js';
import { undoPlan } from './undo-plan.js';
import { DISK_WORKFLOW, diskWorkflowId, partitionKey, type RunningWorkflows } from './workflows.js';

/** An operation whose workflow ended in an unexpected way so often is a defect; going on would hide it for good. */
const ATTEMPTS_MAX = 5;

export interface SweeperOptions {
  readonly context: ExecutorContext;
  /** Not there before launch; rounds begin after it. */
  readonly engine: () => WorkflowEngine;
  readonly running: () => RunningWorkflows;
  /** Whether an executor has ended without anybody to go on with its work. */
  readonly isSilent: (executorId: string) => Promise<boolean>;
}

/**
 * Makes sure that every operation ends: it hands over what the API could not, and starts again what the workflow engine
 * lost. The operation's row is the truth, the engine's rows only its means.
 */
export class Sweeper {
  readonly #options: SweeperOptions;
  readonly #context: ExecutorContext;
  /** Held for running in an earlier round but running nowhere here; twice in a row means lost. */
  readonly #suspected = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #sweeping = false;

  constructor(options: SweeperOptions) {
    this.#options = options;
    this.#context = options.context;
  }

  start(everyMs: number): void {
    this.#timer ??= setInterval(() => void this.sweep(), everyMs);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /** One round over all operations that have not ended. */
  async sweep(): Promise<void> {
    const { operations, stopping, log } = this.#context;
    if (this.#sweeping || stopping.aborted) return;
    this.#sweeping = true;
    try {
      const unfinished = await operations.listUnfinished();
      const known = await this.#ask(unfinished.flatMap((operation) => attemptsAt(operationWorkflow(operation))));
      for (const operation of unfinished) await this.#sweepOne(operation, known);
    } catch (error) {
      if (!stopping.aborted) log.warn({ error }, 'a round over unfinished operations was cut off');
    } finally {
      this.#sweeping = false;
    }
  }

  /** Sees that a disk that has not ended is being worked on. */
  async reviveDisk(operationId: string, deviceKey: number): Promise<void> {
    const workflow = (attempt: number): EnqueuedWorkflow => ({
      workflowId: diskWorkflowId(operationId, deviceKey, attempt),
      name: DISK_WORKFLOW,
      queue: DISKS_QUEUE,
      partitionKey: partitionKey(this.#context),
      input: [operationId, deviceKey],
    });
    const alive = await this.#ensureAtWork(workflow, await this.#ask(attemptsAt(workflow)));
    if (alive) return;
    const message = `Disk ${deviceKey} failed ${ATTEMPTS_MAX} times in an unexpected way.`;
    const remedy = `Look for operation ${operationId} in the log of the executor.`;
    await this.#context.operations.finishDisk(operationId, deviceKey, {
      state: 'FAILED',
      userErrors: [refusal('INTERNAL', message, { remedy })],
      result: null,
      message,
    });
  }

  async #sweepOne(operation: UnfinishedOperation, known: KnownStates): Promise<void> {
    if (operation.state === 'QUEUED' && operation.cancelRequested) {
      await this.#context.operations.begin(operation.id, this.#context.executorId);
      return;
    }
    if (!(await this.#ensureAtWork(operationWorkflow(operation), known))) await this.#giveUp(operation);
  }

  /** One question for all: there may be thousands of operations in the queue, and a round every few seconds. */
  async #ask(workflowIds: readonly string[]): Promise<KnownStates> {
    return await this.#options.engine().statesOf(workflowIds);
  }

  /** Returns false when all attempts have been used up. */
  async #ensureAtWork(workflowOf: WorkflowOf, known: KnownStates): Promise<boolean> {
    const engine = this.#options.engine();
    for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
      const workflow = workflowOf(attempt);
      const { workflowId } = workflow;
      const found = known.get(workflowId) ?? { state: 'ABSENT' };
      if (found.state === 'ENDED') continue;
      if (found.state === 'ABSENT') {
        if (attempt > 1) this.#context.log.warn({ workflowId, attempt }, 'a workflow was lost; starting it again');
        await engine.enqueue(workflow);
      }
      const isOurs = found.state === 'RUNNING' && (await this.#isOurs(found.executorId));
      await this.#resumeIfLost(engine, workflow, isOurs);
      return true;
    }
    return false;
  }

  /** Our own, or left behind by an executor that is gone. */
  async #isOurs(executorId: string): Promise<boolean> {
    return executorId === this.#context.executorId || (await this.#options.isSilent(executorId));
  }

  async #resumeIfLost(engine: WorkflowEngine, { workflowId, queue }: EnqueuedWorkflow, isOurs: boolean): Promise<void> {
    if (!isOurs || this.#options.running().has(workflowId)) {
      this.#suspected.delete(workflowId);
      return;
    }
    if (!this.#suspected.has(workflowId)) {
      this.#suspected.add(workflowId);
      return;
    }
    this.#suspected.delete(workflowId);
    this.#context.log.warn({ workflowId }, 'a workflow is held for running and is not; letting it run');
    await engine.resume(workflowId, queue);
  }

  async #giveUp({ id }: UnfinishedOperation): Promise<void> {
    const { operations, catalog } = this.#context;
    const row = await operations.read(id);
    const error = refusal('INTERNAL', `The operation failed ${ATTEMPTS_MAX} times in an unexpected way.`, {
      remedy: `Look for operation ${id} in the log of the executor.`,
    });
    await operations.addUserErrors(id, [error]);
    if (row?.kind === 'EXECUTE_PLAN') await undoPlan(this.#context, id);
    if (row?.kind === 'CAPTURE_RESTORE_POINT' && row.restorePointId !== null) {
      await catalog.failCapture(row.restorePointId, error.message);
    }
    await operations.finish(id, executorActor(this.#context), { state: 'FAILED', result: null });
  }
}

type KnownStates = ReadonlyMap<string, WorkflowState>;
type WorkflowOf = (attempt: number) => EnqueuedWorkflow;

function operationWorkflow({ id, kind }: UnfinishedOperation): WorkflowOf {
  return (attempt) => ({
    workflowId: attempt === 1 ? id : `${id}:${attempt}`,
    name: OPERATION_WORKFLOWS[kind],
    queue: OPERATIONS_QUEUE,
    partitionKey: null,
    input: [id],
  });
}

function attemptsAt(workflowOf: WorkflowOf): string[] {
  return Array.from({ length: ATTEMPTS_MAX }, (_, index) => workflowOf(index + 1).workflowId);
}
