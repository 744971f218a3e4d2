import type { Refusals } from '../guarded-step.js';
import type { PlanWork, StepOf } from '../plan-work.js';

/** From here on the files belong to whoever asked for them. */
export async function releaseTarget(work: PlanWork, _step: StepOf<'RELEASE_TARGET'>): Promise<Refusals> {
  await work.context.claims.release(work.operation.id);
  return [];
}
