import type { Refusals } from '../guarded-step.js';
import { placeToWrite, type PlanWork, type StepOf, targetBusy } from '../plan-work.js';

/** Holds the folder for this operation, then makes it; which folders it makes is written down first. */
export async function claimTarget(work: PlanWork, step: StepOf<'CLAIM_TARGET'>): Promise<Refusals> {
  const { context, operation } = work;
  const target = { location: step.location, path: step.folder };
  const place = placeToWrite(context, target);
  const outcome = await context.claims.claim(operation.id, target.location, target.path);
  if (!outcome.held) return targetBusy(target, outcome.holderOperationId);
  const missing = await context.files.missingFolders(place);
  if (missing.length === 0) return [];
  const known = await context.claims.list(operation.id);
  const before = known.find((claim) => claim.location === target.location && claim.path === target.path);
  const made = [...new Set([...(before?.madeFolders ?? []), ...missing])];
  made.sort((left, right) => left.length - right.length);
  await context.claims.setMadeFolders(operation.id, target.location, target.path, made);
  await context.files.makeFolders(place.rootPath, missing);
  return [];
}
