import { createHash } from 'node:crypto';
import { refusal } from '../../domain/user-error.js';
import { executorActor } from '../context.js';
import type { Refusals } from '../guarded-step.js';
import type { PlanWork, StepOf } from '../plan-work.js';
import { writeSmallFile } from './write-small-file.js';

type NvramOwner = Pick<PlanWork, 'context' | 'operation' | 'restorePoint'>;

/** Writes the sealed NVRAM as a file. */
export async function writeNvram(work: PlanWork, step: StepOf<'WRITE_NVRAM'>): Promise<Refusals> {
  return await withNvram(work, async (content) => {
    const refusals = await writeSmallFile(work, step.target, content);
    work.context.passDebugPoint('write-nvram:written');
    return refusals;
  });
}

/** Whether the sealed NVRAM can be opened, asked before hours are spent on disks that would be taken away again. */
export async function checkNvram(work: NvramOwner): Promise<Refusals> {
  return await withNvram(work, async () => []);
}

/** Opens the sealed NVRAM, says so in the audit log first. The content never outlives `use`. */
async function withNvram(work: NvramOwner, use: (content: Uint8Array) => Promise<Refusals>): Promise<Refusals> {
  const { context, operation, restorePoint } = work;
  const { nvramItemId, nvramSha256 } = restorePoint;
  const item = nvramItemId === null ? null : await context.sealedItems.readSealedItem(nvramItemId);
  if (nvramItemId === null || nvramSha256 === null || item === null) {
    return [unusable(restorePoint.vmName, 'is not in the catalog although the restore point names it')];
  }
  await context.operations.appendAudit({
    actor: executorActor(context),
    action: 'sealedItem.open',
    subjectType: 'SealedItem',
    subjectId: nvramItemId,
    detail: {
      message: 'sealed item opened',
      kind: item.kind,
      operationId: operation.id,
      restorePointId: restorePoint.id,
    },
  });
  const content = context.opener.open(item);
  try {
    if (createHash('sha256').update(content).digest('hex') !== nvramSha256) {
      return [unusable(restorePoint.vmName, 'does not have the SHA-256 that was captured')];
    }
    return await use(content);
  } finally {
    content.fill(0);
  }
}

function unusable(vmName: string, why: string): Refusals[number] {
  return refusal('SEALED_ITEM_UNUSABLE', `NVRAM of VM ${vmName}: the sealed item ${why}.`, {
    remedy: 'Restore without NVRAM, or choose another restore point.',
  });
}
