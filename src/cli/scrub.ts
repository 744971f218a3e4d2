import { usageError } from './cli-error.js';
import type { Answer } from './command.js';
import { defineCommand } from './command.js';
import { EXIT } from './exit-codes.js';
import { ScrubRepositoryDocument } from './generated/operations.js';
import type { OperationRowFragment } from './generated/operations.js';
import { answerStarted } from './started-operation.js';

const SHARE = /^(\d{1,3}(?:\.\d{1,3})?) ?%?$/;

export const scrubCommand = defineCommand({
  command: 'scrub [repository]',
  describe: 'Read a share of all stored chunks again and name every restore point that damage breaks',
  example: ['scrub --all', 'read everything in the repository again'],
  builder: (parser) =>
    parser
      .positional('repository', { type: 'string', default: 'main', describe: 'name of the repository' })
      .option('share', {
        type: 'string',
        requiresArg: true,
        describe: 'share to read, as 5%; the next scrub goes on there',
      })
      .option('all', { type: 'boolean', default: false, describe: 'read everything' })
      .option('wait', { type: 'boolean', default: true, describe: 'stay until it has ended (--no-wait to let go)' }),
  run: async ({ repository, share, all, wait }, context) => {
    if (all && share !== undefined) throw usageError('--all and --share exclude each other', 'give one of them');
    const sharePercent = all ? 100 : readShare(share ?? '5');
    const input = { repository, sharePercent };
    const { scrubRepository } = await context.client().request(ScrubRepositoryDocument, { input });
    const what = `reading ${sharePercent} % of repository ${repository} again`;
    return unknownIfUnread(await answerStarted(scrubRepository, what, wait, context));
  },
});

function readShare(typed: string): number {
  const share = Number(SHARE.exec(typed)?.[1] ?? Number.NaN);
  if (share > 0 && share <= 100) return share;
  throw usageError(`--share ${typed} is no share`, 'give a percentage above 0 and up to 100, as 5%');
}

/** What could not be read is neither whole nor damaged. */
function unknownIfUnread(answer: Answer): Answer {
  const { operation } = answer.json as { readonly operation?: OperationRowFragment | null };
  if (operation?.state !== 'FAILED' || operation.userErrors.length === 0) return answer;
  const isUnread = operation.userErrors.every(({ code }) => code === 'IO_ERROR');
  return isUnread ? { ...answer, exitCode: EXIT.unknownOrStale } : answer;
}
