import { followOperation } from '../cli/client/follow-operation.js';
import type { FollowUpdate } from '../cli/client/follow-operation.js';
import type { GraphqlClient } from '../cli/client/graphql-client.js';
import { CliError } from '../cli/cli-error.js';
import type { CliIo } from '../cli/cli-io.js';
import type { OperationRowFragment } from '../cli/generated/operations.js';
import { formatRefusals } from '../cli/output/refusals.js';
import { createProgressReporter } from '../cli/output/progress.js';

/**
 * Follows several operations under one progress bar. Resolves in the order given once all have succeeded; throws
 * CliError with the reasons of the first that has not.
 */
export async function followTogether(
  client: GraphqlClient,
  operationIds: readonly string[],
  label: string,
  io: CliIo,
): Promise<readonly OperationRowFragment[]> {
  const progress = createProgressReporter(io, `   ${label}`);
  const latest = new Map<string, FollowUpdate>();
  const followOne = (id: string) =>
    followOperation(client, id, {
      io,
      signal: new AbortController().signal,
      onUpdate: (update) => {
        latest.set(id, update);
        progress.update(sumUpdates([...latest.values()], operationIds.length));
      },
      onNotice: progress.note,
    });
  try {
    const operations = await Promise.all(operationIds.map(followOne));
    for (const operation of operations) requireSuccess(operation, label);
    return operations;
  } finally {
    progress.stop();
  }
}

function sumUpdates(updates: readonly FollowUpdate[], count: number): FollowUpdate {
  let percent = 0;
  let bytesDone = 0;
  let bytesTotal = 0;
  let isTotalKnown = updates.length === count;
  for (const update of updates) {
    percent += update.percent / count;
    bytesDone += update.bytesDone;
    bytesTotal += update.bytesTotal ?? 0;
    isTotalKnown &&= update.bytesTotal !== null;
  }
  const total = isTotalKnown ? bytesTotal : null;
  return { state: 'RUNNING', phase: '', percent, bytesDone, bytesTotal: total, note: null };
}

function requireSuccess(operation: OperationRowFragment, label: string): void {
  if (operation.state === 'SUCCEEDED') return;
  const reasons = formatRefusals([...operation.userErrors, ...operation.disks.flatMap((disk) => disk.userErrors)]);
  throw new CliError(
    'DEMO',
    `${label}: ${operation.vm?.name ?? operation.id} has ${operation.state}\n${reasons}`,
    null,
  );
}
