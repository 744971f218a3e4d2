import type { CollectGarbageOperationInput } from '../../domain/operation-input.js';
import { refusal } from '../../domain/user-error.js';
import type { CollectGarbageResult } from '../../ports/copy-engine.js';
import type { ExecutorOperation } from '../../ports/executor-operation-store.js';
import type { ExecutorContext } from '../context.js';
import type { Refusals } from '../guarded-step.js';
import { repositoryPath } from '../plan-work.js';

/** More than this share of the chunks goes only when the repository's name was typed. */
const SHARE_MAX = 0.5;
const NAMED_MAX = 5;

/**
 * Removes what no restore point needs. It looks first, in any case: what would go, and whether the repository holds
 * indexes that the catalog never knew or gave up. Those stay with all that they name, unless somebody confirmed: a
 * database that was restored from an older copy must cost nobody's restore points.
 */
export async function collectGarbage(
  context: ExecutorContext,
  operation: ExecutorOperation,
  signal: AbortSignal,
): Promise<Refusals> {
  const input = operation.input as CollectGarbageOperationInput;
  context.passDebugPoint('collect:before');
  await context.operations.enterPhase(operation.id, 'looking what may go');
  const look = await collect(context, input, true, signal);
  if (look === null) return [nothingKnown(input)];
  await context.operations.recordResult(operation.id, resultOf(look, true));
  await noteUnknown(context, operation.id, input, look);
  if (input.dryRun) return [];
  const share = look.chunkCount === 0 ? 0 : look.removedChunkCount / look.chunkCount;
  if (share > SHARE_MAX && !input.confirmed) return [tooMuch(input, look)];
  await context.operations.enterPhase(operation.id, 'removing');
  context.passDebugPoint('collect:removing');
  const done = await collect(context, input, false, signal);
  if (done === null) return [nothingKnown(input)];
  await context.operations.recordResult(operation.id, resultOf(done, false));
  context.passDebugPoint('collect:done');
  return [];
}

/** Null when the catalog has no index in this repository at all. The lists are read anew for each run. */
async function collect(
  context: ExecutorContext,
  input: CollectGarbageOperationInput,
  dryRun: boolean,
  signal: AbortSignal,
): Promise<CollectGarbageResult | null> {
  await context.repositoryPresence.require(input.repository);
  const { roots, givenUp } = await context.upkeep.readIndexes(input.repository);
  if (roots.length === 0) return null;
  return await context.collector.collectGarbage(
    {
      repositoryPath: repositoryPath(context, input.repository),
      rootIndexHashes: roots,
      givenUpIndexHashes: givenUp,
      minimumAgeMs: input.minimumAgeMs,
      keepUnknown: !input.confirmed,
      dryRun,
    },
    signal,
  );
}

/** Words that say whether it was done: a dry run must never read like a removal. */
function resultOf(result: CollectGarbageResult, isDryRun: boolean): Record<string, number | string> {
  const prefix = isDryRun ? 'removable' : 'removed';
  return {
    chunkCount: result.chunkCount,
    pageCount: result.pageCount,
    [`${prefix}ChunkCount`]: result.removedChunkCount,
    [`${prefix}PageCount`]: result.removedPageCount,
    [`${prefix}Bytes`]: result.removedBytes,
    youngCount: result.youngCount,
    unknownIndexCount: result.unknownRootCount,
  };
}

async function noteUnknown(
  context: ExecutorContext,
  operationId: string,
  input: CollectGarbageOperationInput,
  look: CollectGarbageResult,
): Promise<void> {
  if (look.unknownRootCount === 0) return;
  const named = look.unknownRoots.slice(0, NAMED_MAX).join(', ');
  const fate = input.confirmed ? 'They go, as confirmed.' : 'They stay, with all that they need.';
  const message =
    `The repository holds ${look.unknownRootCount} disks that the catalog neither has nor gave up. ${fate} Was the ` +
    `database restored from an older copy? Indexes: ${named}${look.unknownRootCount > NAMED_MAX ? ', …' : ''}.`;
  await context.operations.appendNote(operationId, message, null);
}

function nothingKnown({ repository }: CollectGarbageOperationInput) {
  const message =
    `The catalog knows no disk in repository "${repository}", so everything in it would go. ` + 'Nothing was removed.';
  const remedy = 'Check that this is the right database. To give the repository up, remove its folder.';
  return refusal('REMOVAL_NOT_CONFIRMED', message, { remedy });
}

function tooMuch({ repository }: CollectGarbageOperationInput, look: CollectGarbageResult) {
  const message =
    `${look.removedChunkCount} of ${look.chunkCount} chunks of repository "${repository}" would go, ` +
    `more than ${SHARE_MAX * 100} %. Nothing was removed.`;
  const remedy = 'If this is right, ask again and confirm with the name of the repository.';
  return refusal('REMOVAL_NOT_CONFIRMED', message, { remedy });
}
