import { createHash } from 'node:crypto';
import { CliError, usageError } from './cli-error.js';
import type { Answer, CommandContext } from './command.js';
import { defineCommand } from './command.js';
import { EXIT, exitOfVerdict } from './exit-codes.js';
import { ExecutePlanDocument, GetPlanDocument } from './generated/operations.js';
import type { PlanViewFragment } from './generated/operations.js';
import { formatMoment, formatWord } from './output/words.js';
import { answerStarted } from './started-operation.js';
import { idFromTyped } from './typed-id.js';

export const restoreCommand = defineCommand({
  command: 'restore <plan>',
  describe: 'Show a plan, ask, and carry it out as shown',
  example: ['restore PLAN --wait', 'restore, and watch until it has ended'],
  builder: (parser) =>
    parser
      .positional('plan', { type: 'string', demandOption: true, describe: 'id of the plan' })
      .option('yes', { type: 'boolean', default: false, describe: 'do not ask' })
      .option('wait', { type: 'boolean', default: false, describe: 'stay until it has ended' })
      .option('idempotency-key', {
        type: 'string',
        requiresArg: true,
        describe: 'the same key is never a second restore; without it, one restore per plan',
      }),
  run: async (options, context) => {
    const { restorePlan: plan } = await context.client().request(GetPlanDocument, {
      id: idFromTyped('RestorePlan', options.plan),
    });
    if (plan === null) throw new CliError('NOT_FOUND', `there is no plan ${options.plan}`, 'make one: reinstate plan');
    context.say(`${plan.text.trimEnd()}\n`);
    const refusal = refusePlan(plan);
    if (refusal !== null) return refusal;
    if (!options.yes && !(await isWanted(context))) {
      return { exitCode: EXIT.failed, json: { operation: null }, text: 'nothing was started' };
    }
    const input = {
      planId: plan.id,
      expectedDigest: plan.digest,
      idempotencyKey: options.idempotencyKey ?? keyOfPlan(plan.id),
    };
    const { executePlan } = await context.client().request(ExecutePlanDocument, { input });
    const what = executePlan.alreadyStarted
      ? 'this plan had been started before; this is that restore'
      : 'restore started';
    return answerStarted(executePlan, what, options.wait, context);
  },
});

/** Typing the same command again after a lost answer must find the same restore, not begin a second one. */
function keyOfPlan(planId: string): string {
  return `cli-${createHash('sha256').update(planId).digest('hex').slice(0, 32)}`;
}

function refusePlan(plan: PlanViewFragment): Answer | null {
  if (plan.expired) {
    const message = `the plan expired at ${formatMoment(plan.expiresAt)}`;
    throw new CliError('PLAN_EXPIRED', message, 'plan again: reinstate plan', EXIT.unknownOrStale);
  }
  if (plan.verdict === 'RESTORABLE' || plan.verdict === 'RESTORABLE_WITH_LOSS') return null;
  const text = `nothing was started: ${formatWord(plan.verdict)}, the findings above say why`;
  return { exitCode: exitOfVerdict(plan.verdict), json: { plan, operation: null }, text };
}

async function isWanted({ io, json }: CommandContext): Promise<boolean> {
  if (json || !io.inIsTerminal) {
    throw usageError('nobody can be asked here', 'look at the plan first, then add --yes');
  }
  const answer = await io.ask('Carry this plan out? Type yes: ');
  return answer.trim().toLowerCase() === 'yes';
}
