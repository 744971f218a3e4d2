import { usageError } from './cli-error.js';
import type { GraphqlClient } from './client/graphql-client.js';
import type { Answer } from './command.js';
import { EXIT } from './exit-codes.js';
import { findVmByName } from './find-vms.js';
import { ChooseRestorePointDocument } from './generated/operations.js';
import type { ChooseRestorePointQuery } from './generated/operations.js';
import { formatMoment, formatWord } from './output/words.js';

type Choice = NonNullable<ChooseRestorePointQuery['restorePointChoice']>;

/** How many points the service looks at in one question at most. */
const MOST_POINTS = 100;

export interface PointWish {
  readonly vm: string | undefined;
  /** `latest`, or a moment in a form that the service reads. */
  readonly at: string;
  readonly completeKeys: boolean;
  readonly limit: number;
}

/** Which point of a VM to restore, and why no other. Throws CliError as `findVmByName`, and for a wrong moment. */
export async function choosePoint(wish: PointWish, client: GraphqlClient): Promise<Answer> {
  if (wish.vm === undefined) throw usageError('--at needs --vm, the VM whose points are meant');
  if (wish.at !== 'latest' && Number.isNaN(Date.parse(wish.at))) {
    throw usageError(`--at is "latest" or a moment, not "${wish.at}"`, 'such as 2026-05-04T03:02:01Z');
  }
  const { id } = await findVmByName(client, wish.vm);
  const choice = (
    await client.request(ChooseRestorePointDocument, {
      vmId: id,
      at: wish.at === 'latest' ? null : new Date(wish.at).toISOString(),
      completeKeysFirst: wish.completeKeys,
      first: Math.min(wish.limit, MOST_POINTS),
    })
  ).restorePointChoice;
  if (choice == null) throw usageError(`VM ${wish.vm} has gone`, 'list what there is: reinstate vms');
  const chosen = choice.nodes.some(({ mark }) => mark === 'CHOSEN');
  return { exitCode: chosen ? EXIT.good : EXIT.failed, json: { choice }, text: formatChoice(choice) };
}

function formatChoice({ nodes, hasOlder }: Choice): string {
  const lines = nodes.flatMap(({ mark, rank, standing, reasons, restorePoint }) => [
    `${formatMoment(restorePoint.capturedAt)}  ${formatWord(mark).padEnd(9)} ${rank ?? '-'}  ` +
      `${formatWord(standing).padEnd(7)}  ${restorePoint.id}`,
    ...reasons.map((reason) => `    ${reason}`),
  ]);
  if (lines.length === 0) lines.push('there is no restore point of that time');
  if (hasOlder) lines.push('there are older points that were not looked at: raise --limit');
  return lines.join('\n');
}
