import type { ExecutorContext, StepOutcome } from './context.js';
import { guardedStep } from './guarded-step.js';
import { collectGarbage } from './steps/collect-garbage.js';
import { scrubRepository } from './steps/scrub-repository.js';

/** Work on a whole repository: one step, no disks. */
export function isUpkeep(kind: string): kind is 'SCRUB_REPOSITORY' | 'COLLECT_GARBAGE' {
  return kind === 'SCRUB_REPOSITORY' || kind === 'COLLECT_GARBAGE';
}

export async function runUpkeepStep(context: ExecutorContext, operationId: string): Promise<StepOutcome> {
  return await guardedStep(context, operationId, 'The repository', async (signal) => {
    const operation = await context.operations.read(operationId);
    if (operation === null) throw new Error(`operation ${operationId} is gone`);
    const work = operation.kind === 'SCRUB_REPOSITORY' ? scrubRepository : collectGarbage;
    return await work(context, operation, signal);
  });
}
