import type { Refusals } from '../guarded-step.js';
import { placeToWrite, type PlanWork, type StepOf } from '../plan-work.js';

/** From here on the files belong to whoever asked for them: what proved them ours is taken away. */
export async function releaseTarget(
  { context, operation }: PlanWork,
  _step: StepOf<'RELEASE_TARGET'>,
): Promise<Refusals> {
  const claims = await context.claims.list(operation.id);
  for (const { location, path, writing } of claims) {
    if (writing) await context.files.removeScratch(placeToWrite(context, { location, path }), operation.id);
  }
  await context.claims.release(operation.id);
  return [];
}
