import { usageError } from './cli-error.js';
import type { Answer, CommandContext } from './command.js';
import { defineCommand } from './command.js';
import { EXIT } from './exit-codes.js';
import { CollectGarbageDocument } from './generated/operations.js';
import type { CollectGarbageInput, OperationRowFragment } from './generated/operations.js';
import { formatBytes } from './output/words.js';
import { answerRefused } from './started-operation.js';
import { waitForOperation } from './wait-for-operation.js';

export const gcCommand = defineCommand({
  command: 'gc [repository]',
  describe: 'Say what no restore point needs any more, ask, and remove it',
  example: ['gc --dry-run', 'only say what would go'],
  builder: (parser) =>
    parser
      .positional('repository', { type: 'string', default: 'main', describe: 'name of the repository' })
      .option('dry-run', { type: 'boolean', default: false, describe: 'only say what would go' })
      .option('yes', { type: 'boolean', default: false, describe: 'do not ask' })
      .option('minimum-age', {
        type: 'number',
        requiresArg: true,
        default: 24,
        describe: 'keep what captures wrote or used within so many hours',
      })
      .option('confirm', {
        type: 'string',
        requiresArg: true,
        describe: "the repository's name: also what the catalog does not know, and more than half of it",
      }),
  run: async (options, context) => {
    if (options.dryRun && options.yes) throw usageError('--dry-run and --yes exclude each other', 'give one of them');
    if (!options.dryRun && !options.yes && (context.json || !context.io.inIsTerminal)) {
      throw usageError('nobody can be asked here', 'look with --dry-run first, then add --yes');
    }
    const input = {
      repository: options.repository,
      minimumAgeHours: options.minimumAge,
      confirmRepository: options.confirm ?? null,
    };
    const look = await run({ ...input, dryRun: true }, context);
    const operation = operationOf(look);
    if (options.dryRun || operation?.state !== 'SUCCEEDED') return look;
    const count = figure(operation, 'removableChunkCount') + figure(operation, 'removablePageCount');
    if (count === 0) return { ...look, text: `${look.text}\n${nothingToRemove(operation, options.minimumAge)}` };
    if (!options.json) context.say(look.text);
    if (!options.yes && !(await isWanted(operation, context))) {
      return { exitCode: EXIT.failed, json: { operation: null }, text: 'nothing was removed' };
    }
    return await run({ ...input, dryRun: false }, context);
  },
});

async function run(input: CollectGarbageInput, context: CommandContext): Promise<Answer> {
  const { collectGarbage } = await context.client().request(CollectGarbageDocument, { input });
  const { operation, userErrors } = collectGarbage;
  if (operation === null || userErrors.length > 0) return { ...answerRefused(userErrors), json: collectGarbage };
  return await waitForOperation(operation.id, context);
}

function nothingToRemove(operation: OperationRowFragment, minimumAgeHours: number): string {
  if (figure(operation, 'youngCount') === 0) return 'nothing to remove';
  return `nothing to remove yet: what was used in the last ${minimumAgeHours} h stays, with all that it needs`;
}

function operationOf(answer: Answer): OperationRowFragment | null {
  return (answer.json as { readonly operation?: OperationRowFragment | null }).operation ?? null;
}

function figure(operation: OperationRowFragment, name: string): number {
  return Number(operation.result.find((entry) => entry.name === name)?.value ?? 0);
}

async function isWanted(operation: OperationRowFragment, { io }: CommandContext): Promise<boolean> {
  const chunks = figure(operation, 'removableChunkCount');
  const bytes = formatBytes(figure(operation, 'removableBytes'));
  const answer = await io.ask(`Remove ${chunks} chunks, ${bytes}? This cannot be undone. Type yes: `);
  return answer.trim().toLowerCase() === 'yes';
}
