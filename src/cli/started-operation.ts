import type { Answer, CommandContext } from './command.js';
import { exitOfRefusals, EXIT } from './exit-codes.js';
import type { OperationRowFragment, RefusalFragment } from './generated/operations.js';
import { formatRefusals } from './output/refusals.js';
import { howToGoOn, waitForOperation } from './wait-for-operation.js';

interface Started {
  readonly operation: OperationRowFragment | null;
  readonly userErrors: readonly RefusalFragment[];
}

/** Answers for work that was asked for: refused, started, or with `wait` ended. */
export async function answerStarted(
  started: Started,
  what: string,
  wait: boolean,
  context: CommandContext,
): Promise<Answer> {
  const { operation, userErrors } = started;
  if (operation === null) return answerRefused(userErrors);
  if (userErrors.some(({ severity }) => severity === 'ERROR')) return { ...answerRefused(userErrors), json: started };
  if (userErrors.length > 0) context.say(formatRefusals(userErrors));
  if (wait) {
    context.say(what);
    return waitForOperation(operation.id, context);
  }
  return { exitCode: EXIT.good, json: started, text: `${what}\n${howToGoOn(operation)}` };
}

/** A refusal is an answer: with `--json` it stands on stdout as the service gave it. */
export function answerRefused(userErrors: readonly RefusalFragment[]): Answer {
  const exitCode = userErrors.length === 0 ? EXIT.failed : exitOfRefusals(userErrors);
  return { exitCode, json: { userErrors }, text: formatRefusals(userErrors) };
}
