import { readSerialisedConfigInfo } from '../../domain/config-info/serialise.js';
import { toJson } from '../../domain/config-info/to-json.js';
import { refusal } from '../../domain/user-error.js';
import type { RestorePointDocument } from '../../ports/executor-catalog.js';
import type { ExecutorContext } from '../context.js';
import type { Refusals } from '../guarded-step.js';
import type { PlanWork, StepOf } from '../plan-work.js';
import { writeSmallFile } from './write-small-file.js';

/** Writes the ConfigInfo as JSON. Its secrets were cut out when it came in and are references here too. */
export async function writeConfigInfo(work: PlanWork, step: StepOf<'WRITE_CONFIG_INFO'>): Promise<Refusals> {
  const { context, restorePoint } = work;
  const document = await context.catalog.readDocument(restorePoint.id);
  const text = document === null ? null : asJson(context, document);
  if (text === null) {
    return [
      refusal('CONFIG_INFO_MALFORMED', `The ConfigInfo of VM ${restorePoint.vmName} cannot be read from the catalog.`, {
        remedy: 'Choose another restore point, or use a release that can read it.',
      }),
    ];
  }
  const refusals = await writeSmallFile(work, step.target, Buffer.from(text, 'utf8'));
  context.passDebugPoint('write-config-info:written');
  return refusals;
}

/** JSON of pyVmomi's kind for a document that came in so, vCenter's own kind for all others. */
function asJson(context: ExecutorContext, { form, document }: RestorePointDocument): string | null {
  try {
    return toJson(readSerialisedConfigInfo(document), form === 'PYVMOMI_JSON' ? 'PYVMOMI' : 'VI_JSON');
  } catch (error) {
    // Only a changed or foreign row gets here: what is wrong with it belongs into the log.
    context.log.error({ error }, 'a stored ConfigInfo cannot be read');
    return null;
  }
}
