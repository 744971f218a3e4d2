import { writeFile } from 'node:fs/promises';
import { usageError } from './cli-error.js';
import type { Answer, CommandContext } from './command.js';
import { defineCommand } from './command.js';
import { formatOption, targetFormatOf } from './disk-formats.js';
import { exitOfVerdict } from './exit-codes.js';
import { findSiteByName } from './find-site.js';
import { findVmByName } from './find-vms.js';
import { PlanRestoreDocument } from './generated/operations.js';
import type { PlanRestoreInput, RestorePointSelectorInput, RestoreTargetInput } from './generated/operations.js';
import { planFromFacts, renderRemedies } from './offline/plan-from-facts.js';
import { readDeviceKey } from './option-values.js';
import { answerRefused } from './started-operation.js';
import { idFromTyped } from './typed-id.js';
import { addVsphereOptions, vsphereTargetOf } from './vsphere-options.js';
import type { VsphereOptions } from './vsphere-options.js';

export const planCommand = defineCommand({
  command: 'plan [point]',
  describe: 'Decide how a restore would go, and say why; moves nothing',
  example: ['plan --vm web01 --folder web01-back', 'how would the newest point of web01 come back?'],
  builder: (parser) =>
    addVsphereOptions(parser)
      .positional('point', { type: 'string', describe: 'id of the restore point' })
      .option('vm', { type: 'string', requiresArg: true, describe: 'the newest point of the VM of this name' })
      .option('location', { type: 'string', requiresArg: true, default: 'restores', describe: 'named location' })
      .option('folder', { type: 'string', requiresArg: true, describe: 'folder in it, made if it does not exist' })
      .option('disk', { type: 'string', array: true, requiresArg: true, describe: 'device key; all disks without it' })
      .option('format', formatOption)
      .option('facts', { type: 'string', requiresArg: true, describe: 'plan from this facts document, no service' })
      .option('remedies', { type: 'boolean', default: false, describe: 'into vSphere: tell which changes would help' })
      .option('save-facts', { type: 'string', requiresArg: true, describe: 'keep the facts for plan --facts FILE' })
      .conflicts('facts', ['vm', 'point', 'folder', 'disk', 'format', 'to', 'save-facts'])
      .conflicts('to', ['folder', 'format'])
      .conflicts('vm', 'point'),
  run: async (options, context) => {
    if (options.facts !== undefined) return planFromFacts(options.facts, options.remedies);
    if (options.remedies && options.to === undefined) throw usageError('--remedies needs --facts or --to');
    const deviceKeys = options.disk?.map((text) => readDeviceKey('--disk', text)) ?? null;
    const target = options.to === undefined ? localFilesOf(options) : await vsphereOf(options.to, options, context);
    const restorePoint = await selectPoint(options.point, options.vm, context);
    const { remedies, saveFacts } = options;
    return planOnline({ restorePoint, target, deviceKeys }, { remedies, saveFacts }, context);
  },
});

function localFilesOf(options: {
  readonly location: string;
  readonly folder: string | undefined;
  readonly format: string | undefined;
}): RestoreTargetInput {
  const { location, folder, format } = options;
  if (folder === undefined) throw usageError('give --folder, the folder to restore into, or --to SITE');
  return { localFiles: { location, folder, diskFormat: targetFormatOf(format) } };
}

async function vsphereOf(site: string, options: VsphereOptions, { client }: CommandContext) {
  return vsphereTargetOf((await findSiteByName(client(), site)).id, options);
}

async function selectPoint(
  point: string | undefined,
  vm: string | undefined,
  context: CommandContext,
): Promise<RestorePointSelectorInput> {
  if (point !== undefined) return { restorePointId: idFromTyped('RestorePoint', point) };
  if (vm === undefined) throw usageError('give the id of a restore point, or --vm NAME', 'list them: reinstate points');
  return { newestOfVmId: (await findVmByName(context.client(), vm)).id };
}

interface PlanWishes {
  readonly remedies: boolean;
  readonly saveFacts: string | undefined;
}

async function planOnline(input: PlanRestoreInput, wishes: PlanWishes, { client }: CommandContext): Promise<Answer> {
  const variables = { input, withFacts: wishes.saveFacts !== undefined, withRemedies: wishes.remedies };
  const { planRestore } = await client().request(PlanRestoreDocument, variables);
  const { plan, userErrors, facts, remedies } = planRestore;
  if (plan === null) return answerRefused(userErrors);
  if (wishes.saveFacts !== undefined && facts != null) await saveFile(wishes.saveFacts, facts);
  const parts = [plan.text.trimEnd()];
  if (remedies != null) parts.push(renderRemedies({ verdict: plan.verdict, remedies }));
  const isUsable = plan.verdict === 'RESTORABLE' || plan.verdict === 'RESTORABLE_WITH_LOSS';
  if (isUsable && plan.viewerCan.execute) parts.push(`carry it out: reinstate restore ${plan.id} --wait`);
  const json = remedies == null ? { plan } : { plan, remedies };
  return { exitCode: exitOfVerdict(plan.verdict), json, text: parts.join('\n\n') };
}

async function saveFile(file: string, facts: string): Promise<void> {
  try {
    await writeFile(file, `${facts}\n`, { mode: 0o600 });
  } catch (error) {
    throw usageError(`${file} cannot be written: ${(error as NodeJS.ErrnoException).code}`);
  }
}
