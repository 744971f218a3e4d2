import { cancelOperation } from './client/cancel-operation.js';
import { followOperation, hasEnded } from './client/follow-operation.js';
import type { Answer, CommandContext } from './command.js';
import { EXIT, exitOfState } from './exit-codes.js';
import type { OperationRowFragment } from './generated/operations.js';
import { formatOperation } from './output/operation-text.js';
import { createProgressReporter } from './output/progress.js';
import { formatWord } from './output/words.js';

/**
 * Shows an operation until it ends. Ctrl-C never stops the work by itself: on a terminal a person is asked, elsewhere
 * the command lets go. Whoever lets go learns how to follow and how to cancel.
 */
export async function waitForOperation(operationId: string, context: CommandContext): Promise<Answer> {
  const { io, client } = context;
  const progress = createProgressReporter(io, 'progress');
  const abort = new AbortController();
  let interrupts = 0;
  const stopListening = io.onInterrupt(() => {
    interrupts += 1;
    if (io.inIsTerminal && interrupts === 1) return void askWhatToDo();
    abort.abort();
  });
  async function askWhatToDo(): Promise<void> {
    progress.stop();
    const answer = await io.ask(
      '\nLet go and leave it running [Enter], go on watching [w], or cancel the work [cancel]? ',
    );
    if (abort.signal.aborted) return;
    interrupts = 0;
    if (answer.trim() === 'w') return;
    if (answer.trim() === 'cancel') return requestCancel(operationId, context);
    abort.abort();
  }
  try {
    const operation = await followOperation(client(), operationId, {
      io,
      signal: abort.signal,
      onUpdate: (update) => {
        if (interrupts > 0) return;
        if (update.note !== null) progress.note(update.note);
        progress.update(update);
      },
      onNotice: progress.note,
    });
    progress.stop();
    return endOf(operation);
  } finally {
    progress.stop();
    stopListening();
  }
}

async function requestCancel(operationId: string, { client, io }: CommandContext): Promise<void> {
  const { userErrors } = await cancelOperation(client(), operationId);
  io.writeError(userErrors[0] === undefined ? 'asked it to stop\n' : `${userErrors[0].message}\n`);
}

function endOf(operation: OperationRowFragment): Answer {
  const json = { operation };
  if (hasEnded(operation.state)) {
    return { exitCode: exitOfState(operation.state), json, text: formatOperation(operation) };
  }
  const text = `\n${formatWord(operation.kind)} goes on without this command.\n${howToGoOn(operation)}`;
  return { exitCode: EXIT.unknownOrStale, json, text };
}

export function howToGoOn({ id, cancelRequested }: OperationRowFragment): string {
  const follow = `  follow it  reinstate operations ${id} --follow`;
  return cancelRequested ? follow : `${follow}\n  cancel it  reinstate operations --cancel ${id}`;
}
