import { CliError } from './cli-error.js';
import { cancelOperation } from './client/cancel-operation.js';
import type { Answer, CommandContext } from './command.js';
import { defineCommand } from './command.js';
import { EXIT, exitOfState } from './exit-codes.js';
import { GetOperationDocument, ListOperationsDocument, RetryOperationDocument } from './generated/operations.js';
import type { OperationRowFragment, OperationState } from './generated/operations.js';
import { readLimit } from './option-values.js';
import { formatOperation, formatOperations } from './output/operation-text.js';
import { readPages } from './read-pages.js';
import { answerRefused, answerStarted } from './started-operation.js';
import { idFromTyped } from './typed-id.js';
import { waitForOperation } from './wait-for-operation.js';

const STATES: readonly OperationState[] = ['QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED'];

export const operationsCommand = defineCommand({
  command: 'operations [operation]',
  describe: 'List long work, show one operation, follow, cancel or retry it',
  example: ['operations ID --follow', 'watch a restore that runs'],
  builder: (parser) =>
    parser
      .positional('operation', { type: 'string', describe: 'id of the operation to show' })
      .option('follow', { type: 'boolean', default: false, describe: 'stay until it has ended' })
      .option('cancel', { type: 'string', requiresArg: true, describe: 'ask this operation to stop' })
      .option('retry', { type: 'string', requiresArg: true, describe: 'start this failed operation again' })
      .option('state', { choices: STATES, describe: 'list only those in this state' })
      .option('limit', { type: 'number', requiresArg: true, default: 20, describe: 'list at most so many' })
      .conflicts('cancel', ['retry', 'state', 'operation'])
      .conflicts('retry', ['state', 'operation']),
  run: async (options, context) => {
    if (options.cancel !== undefined) return cancel(idFromTyped('Operation', options.cancel), options.follow, context);
    if (options.retry !== undefined) return retry(idFromTyped('Operation', options.retry), options.follow, context);
    if (options.operation !== undefined) {
      return show(idFromTyped('Operation', options.operation), options.follow, context);
    }
    if (options.follow) throw new CliError('USAGE', '--follow needs the id of an operation', null, EXIT.usage);
    return list(options.state ?? null, readLimit(options.limit), context);
  },
});

async function list(state: OperationState | null, limit: number, { client }: CommandContext): Promise<Answer> {
  const connected = client();
  const filter = state === null ? null : { state };
  const { items, more } = await readPages<OperationRowFragment>(
    limit,
    async (first, after) => (await connected.request(ListOperationsDocument, { first, after, filter })).operations,
  );
  const text = items.length === 0 ? 'no operations' : formatOperations(items);
  return { exitCode: EXIT.good, json: { operations: items, more }, text };
}

async function show(id: string, follow: boolean, context: CommandContext): Promise<Answer> {
  if (follow) return waitForOperation(id, context);
  const { operation } = await context.client().request(GetOperationDocument, { id });
  if (operation === null) {
    throw new CliError('NOT_FOUND', `there is no operation ${id}`, 'list them: reinstate operations');
  }
  return { exitCode: exitOfState(operation.state), json: { operation }, text: formatOperation(operation) };
}

async function cancel(operationId: string, follow: boolean, context: CommandContext): Promise<Answer> {
  return answerStarted(
    await cancelOperation(context.client(), operationId),
    'asked it to stop; what it wrote under a temporary name is removed',
    follow,
    context,
  );
}

async function retry(operationId: string, follow: boolean, context: CommandContext): Promise<Answer> {
  const { retryOperation } = await context.client().request(RetryOperationDocument, { input: { operationId } });
  if (retryOperation.operation === null) return answerRefused(retryOperation.userErrors);
  return answerStarted(retryOperation, `started again as ${retryOperation.operation.id}`, follow, context);
}
