import { createHash } from 'node:crypto';
import { PortError } from '../../ports/port-error.js';
import type { FilePlacement } from '../../planner/plan.js';
import type { Refusals } from '../guarded-step.js';
import { placeToWrite, type PlanWork, targetBusy } from '../plan-work.js';

/** More than any NVRAM or ConfigInfo may have. */
const SIZE_MAX_BYTES = 64 * 1024 * 1024;

/**
 * Writes a small file whole, with its hash read back. A file that an earlier run of this operation made is done; any
 * other that stands there is left alone.
 */
export async function writeSmallFile(work: PlanWork, target: FilePlacement, content: Uint8Array): Promise<Refusals> {
  const { context, operation } = work;
  const file = placeToWrite(context, target);
  const claim = await context.claims.claim(operation.id, target.location, target.path);
  if (!claim.held) return targetBusy(target, claim.holderOperationId);
  const wanted = createHash('sha256').update(content).digest('hex');
  await context.claims.setWriting(operation.id, target.location, target.path, true);
  try {
    await context.files.write(file, content, operation.id);
  } catch (error) {
    const exists = error instanceof PortError && error.code === 'TARGET_EXISTS';
    // What stands there now was not made by us: a failure must not take it away.
    if (exists) await context.claims.setWriting(operation.id, target.location, target.path, false);
    throw error;
  }
  if ((await context.files.sha256(file, SIZE_MAX_BYTES)) === wanted) return [];
  throw new PortError('retryable', 'IO_ERROR', `${target.path} does not read back as it was written.`);
}
