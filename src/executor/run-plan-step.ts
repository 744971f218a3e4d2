import type { FileStep } from '../planner/plan.js';
import type { ExecutorContext, StepOutcome } from './context.js';
import type { DebugPoint } from './debug-point.js';
import { guardedStep, type Refusals } from './guarded-step.js';
import { loadPlanWork, type PlanWork } from './plan-work.js';
import { checkFacts } from './steps/check-facts.js';
import { claimTarget } from './steps/claim-target.js';
import { releaseTarget } from './steps/release-target.js';
import { writeConfigInfo } from './steps/write-config-info.js';
import { writeNvram } from './steps/write-nvram.js';

const PHASES = {
  CHECK_FACTS: 'checking facts',
  CLAIM_TARGET: 'claiming target',
  RESTORE_DISK: 'restoring disks',
  WRITE_NVRAM: 'writing NVRAM',
  WRITE_CONFIG_INFO: 'writing ConfigInfo',
  RELEASE_TARGET: 'releasing target',
} as const satisfies Record<FileStep['kind'], string>;

export function phaseOf(kind: FileStep['kind']): string {
  return PHASES[kind];
}

/** One step of the plan that is not a disk. The step is read from the plan anew, by its position. */
export async function runPlanStep(
  context: ExecutorContext,
  operationId: string,
  position: number,
): Promise<StepOutcome> {
  return await guardedStep(context, operationId, `Step ${position} of the plan`, async () => {
    const work = await loadPlanWork(context, operationId);
    const step = work.plan.steps.find((candidate) => candidate.position === position);
    if (step === undefined) throw new Error(`the plan of operation ${operationId} has no step ${position}`);
    const name = step.kind.toLowerCase().replaceAll('_', '-');
    await context.operations.enterPhase(operationId, phaseOf(step.kind));
    context.passDebugPoint(`${name}:before` as DebugPoint);
    const refusals = await runHandler(work, step);
    context.passDebugPoint(`${name}:done` as DebugPoint);
    return refusals;
  });
}

async function runHandler(work: PlanWork, step: FileStep): Promise<Refusals> {
  switch (step.kind) {
    case 'CHECK_FACTS':
      return await checkFacts(work, step);
    case 'CLAIM_TARGET':
      return await claimTarget(work, step);
    case 'WRITE_NVRAM':
      return await writeNvram(work, step);
    case 'WRITE_CONFIG_INFO':
      return await writeConfigInfo(work, step);
    case 'RELEASE_TARGET':
      return await releaseTarget(work, step);
    case 'RESTORE_DISK':
      throw new Error('a disk is restored by a workflow of its own');
  }
}
