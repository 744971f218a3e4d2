import { usageError } from './cli-error.js';
import type { Answer, CommandContext } from './command.js';
import { defineCommand } from './command.js';
import { formatOption, targetFormatOf } from './disk-formats.js';
import { exitOfVerdict } from './exit-codes.js';
import { findVmByName } from './find-vms.js';
import { PlanRestoreDocument } from './generated/operations.js';
import type { RestorePointSelectorInput, TargetFormat } from './generated/operations.js';
import { planFromFacts } from './offline/plan-from-facts.js';
import { readDeviceKey } from './option-values.js';
import { answerRefused } from './started-operation.js';
import { idFromTyped } from './typed-id.js';

export const planCommand = defineCommand({
  command: 'plan [point]',
  describe: 'Decide how a restore would go, and say why; moves nothing',
  example: ['plan --vm web01 --folder web01-back', 'how would the newest point of web01 come back?'],
  builder: (parser) =>
    parser
      .positional('point', { type: 'string', describe: 'id of the restore point' })
      .option('vm', { type: 'string', requiresArg: true, describe: 'the newest point of the VM of this name' })
      .option('location', { type: 'string', requiresArg: true, default: 'restores', describe: 'named location' })
      .option('folder', { type: 'string', requiresArg: true, describe: 'folder in it, made if it does not exist' })
      .option('disk', { type: 'string', array: true, requiresArg: true, describe: 'device key; all disks without it' })
      .option('format', formatOption)
      .option('facts', { type: 'string', requiresArg: true, describe: 'plan from this facts document, no service' })
      .option('remedies', { type: 'boolean', default: false, describe: 'with --facts: tell which changes would help' })
      .conflicts('facts', ['vm', 'point', 'folder', 'disk', 'format'])
      .conflicts('vm', 'point'),
  run: async (options, context) => {
    if (options.facts !== undefined) return planFromFacts(options.facts, options.remedies);
    if (options.remedies) throw usageError('--remedies needs --facts');
    if (options.folder === undefined) throw usageError('give --folder, the folder to restore into');
    const deviceKeys = options.disk?.map((text) => readDeviceKey('--disk', text)) ?? null;
    const { location, folder } = options;
    const target = { localFiles: { location, folder, diskFormat: targetFormatOf(options.format) } };
    const restorePoint = await selectPoint(options.point, options.vm, context);
    return planOnline({ restorePoint, target, deviceKeys }, context);
  },
});

async function selectPoint(
  point: string | undefined,
  vm: string | undefined,
  context: CommandContext,
): Promise<RestorePointSelectorInput> {
  if (point !== undefined) return { restorePointId: idFromTyped('RestorePoint', point) };
  if (vm === undefined) throw usageError('give the id of a restore point, or --vm NAME', 'list them: reinstate points');
  return { newestOfVmId: (await findVmByName(context.client(), vm)).id };
}

async function planOnline(input: Parameters<typeof requestPlan>[0], context: CommandContext): Promise<Answer> {
  const { plan, userErrors } = await requestPlan(input, context);
  if (plan === null) return answerRefused(userErrors);
  const next = `carry it out: reinstate restore ${plan.id} --wait`;
  const isUsable = plan.verdict === 'RESTORABLE' || plan.verdict === 'RESTORABLE_WITH_LOSS';
  const text = isUsable ? `${plan.text.trimEnd()}\n\n${next}` : plan.text.trimEnd();
  return { exitCode: exitOfVerdict(plan.verdict), json: { plan }, text };
}

async function requestPlan(
  input: {
    restorePoint: RestorePointSelectorInput;
    target: { localFiles: { location: string; folder: string; diskFormat: TargetFormat } };
    deviceKeys: readonly number[] | null;
  },
  { client }: CommandContext,
) {
  return (await client().request(PlanRestoreDocument, { input })).planRestore;
}
