import { DBOS } from '@dbos-inc/dbos-sdk';
import { DISKS_QUEUE, OPERATION_WORKFLOWS } from '../ports/work-queue.js';
import { awaitDisks, type ReviveDisk } from './await-disks.js';
import type { ExecutorContext, StepOutcome } from './context.js';
import { neverSettle } from './guarded-step.js';
import { beginOperation, endOperation, type OutlineStep, readOutline } from './operation-ends.js';
import { processDisk } from './process-disk.js';
import { phaseOf, runPlanStep } from './run-plan-step.js';
import { isUpkeep, runUpkeepStep } from './upkeep-step.js';

/**
 * Version of the workflows below: of the order and the names of their steps. Raise it whenever either changes; work
 * that was begun under an older version is finished by an executor of that version.
 */
export const WORKFLOW_VERSION = '1';
export const DISK_WORKFLOW = 'processDisk';

/** Workflows that run in this very process, by workflow id: what the engine holds for running and is not, was lost. */
export type RunningWorkflows = ReadonlySet<string>;

export interface WorkflowOptions {
  readonly context: ExecutorContext;
  readonly reviveDisk: ReviveDisk;
}

/**
 * Registers the workflows; call it once, before launch. The engine keeps operation ids, positions, device keys and one
 * word per step: everything else, errors first of all, stands in our own tables.
 */
export function registerWorkflows(options: WorkflowOptions): RunningWorkflows {
  const { context } = options;
  const running = new Set<string>();
  const disk = DBOS.registerWorkflow(
    (operationId: string, deviceKey: number) =>
      tracked(context, running, () =>
        step(context, 'process disk', () => processDisk(context, operationId, deviceKey)),
      ),
    { name: DISK_WORKFLOW },
  );
  const runDisks = async (operationId: string, deviceKeys: readonly number[]): Promise<StepOutcome> => {
    for (const deviceKey of deviceKeys) {
      await DBOS.startWorkflow(disk, {
        workflowID: diskWorkflowId(operationId, deviceKey),
        queueName: DISKS_QUEUE,
        enqueueOptions: { queuePartitionKey: partitionKey(context) },
      })(operationId, deviceKey);
    }
    return await step(context, 'await disks', () => awaitDisks(context, operationId, options.reviveDisk));
  };
  for (const name of Object.values(OPERATION_WORKFLOWS)) {
    DBOS.registerWorkflow(
      (operationId: string) => tracked(context, running, () => runOperation(context, operationId, runDisks)),
      { name },
    );
  }
  return running;
}

/** Name of a disk's workflow; a later attempt has its number at the end. */
export function diskWorkflowId(operationId: string, deviceKey: number, attempt = 1): string {
  return `${operationId}:disk-${deviceKey}${attempt === 1 ? '' : `:${attempt}`}`;
}

/** Disks that share a limit on how many run at once: same host, same transport. */
export function partitionKey(context: Pick<ExecutorContext, 'executorName'>): string {
  return `${context.executorName} LOCAL_FILE`;
}

async function step<Result>(context: ExecutorContext, name: string, work: () => Promise<Result>): Promise<Result> {
  return await DBOS.runStep(() => withoutErrorText(context, name, work), { name });
}

type RunDisks = (operationId: string, deviceKeys: readonly number[]) => Promise<StepOutcome>;

async function runOperation(context: ExecutorContext, operationId: string, runDisks: RunDisks): Promise<string> {
  const begun = await step(context, 'begin', () => beginOperation(context, operationId));
  if (begun === 'ENDED') return begun;
  const outline = await step(context, 'read outline', () => readOutline(context, operationId));
  const outcome = outline === null ? 'FAILED' : await runSteps(context, operationId, outline, runDisks);
  await step(context, 'end', () => endOperation(context, operationId, outcome));
  return outcome;
}

async function runSteps(
  context: ExecutorContext,
  operationId: string,
  outline: readonly OutlineStep[],
  runDisks: RunDisks,
): Promise<StepOutcome> {
  let disksDone = false;
  for (const { position, kind, deviceKey } of outline) {
    let outcome: StepOutcome = 'DONE';
    if (deviceKey === null) {
      outcome = await step(context, `step ${position} ${kind}`, () =>
        isUpkeep(kind) ? runUpkeepStep(context, operationId) : runPlanStep(context, operationId, position),
      );
    } else if (!disksDone) {
      // Disks stand together in a plan, and they run together.
      disksDone = true;
      await step(context, 'enter disks', async () => {
        const phase = kind === 'RESTORE_DISK' ? phaseOf(kind) : 'reading disks';
        await context.operations.enterPhase(operationId, phase);
      });
      outcome = await runDisks(operationId, deviceKeysOf(outline));
    }
    if (outcome !== 'DONE') return outcome;
  }
  return 'DONE';
}

function deviceKeysOf(outline: readonly OutlineStep[]): number[] {
  return outline.flatMap(({ deviceKey }) => (deviceKey === null ? [] : [deviceKey]));
}

/**
 * The engine keeps the text of an error in clear, and an error's text may hold anything: it goes to our log instead.
 */
async function withoutErrorText<Result>(context: ExecutorContext, name: string, work: () => Promise<Result>) {
  try {
    return await work();
  } catch (error) {
    // A process that drains records no end: the error may be only that its own connections are closing.
    if (context.stopping.aborted) return await neverSettle();
    if (error instanceof WorkflowFailure) throw error;
    context.log.error({ workflowId: DBOS.workflowID, step: name, error }, 'a workflow failed in an unexpected way');
    throw new WorkflowFailure(`"${name}" failed; see the log of the executor`);
  }
}

class WorkflowFailure extends Error {}

async function tracked<Result>(
  context: ExecutorContext,
  running: Set<string>,
  work: () => Promise<Result>,
): Promise<Result> {
  const workflowId = DBOS.workflowID as string;
  running.add(workflowId);
  try {
    return await withoutErrorText(context, 'workflow', work);
  } finally {
    running.delete(workflowId);
  }
}
