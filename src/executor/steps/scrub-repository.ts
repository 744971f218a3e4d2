import { setTimeout as sleep } from 'node:timers/promises';
import type { ScrubOperationInput } from '../../domain/operation-input.js';
import { REPOSITORY_FOLDERS } from '../../domain/repository-folders.js';
import type { ExecutorOperation } from '../../ports/executor-operation-store.js';
import type { ScrubRun } from '../../ports/repository-upkeep.js';
import type { ExecutorContext } from '../context.js';
import type { Refusals } from '../guarded-step.js';
import { repositoryPath } from '../plan-work.js';
import { markFound } from './mark-found-damage.js';

/** What a killed scrub reads again at most. */
const PART_BYTES = 512 * 1024 * 1024;
/** Behind so many bad objects the repository is broken at large, and a longer list helps nobody. */
const BAD_MAX = 10_000;
const RESTORE_POLL_MS = 2_000;

/**
 * Reads the next folders of ids, wherever the last scrub ended, so that every object comes up however small the share.
 * What is found is kept with the run and marked at the end, also when somebody stops it; the next scrub begins behind
 * this one only then. Restores on this executor go first.
 */
export async function scrubRepository(
  context: ExecutorContext,
  operation: ExecutorOperation,
  signal: AbortSignal,
): Promise<Refusals> {
  const input = operation.input as ScrubOperationInput;
  context.passDebugPoint('scrub:before');
  await context.repositoryPresence.require(input.repository);
  const { run, stopped } = await readToTheEnd(context, operation.id, input, signal);
  context.passDebugPoint('scrub:found');
  await context.operations.enterPhase(operation.id, 'looking up restore points');
  await context.repositoryPresence.require(input.repository);
  const refusals = await markFound(context, operation.id, input.repository, run);
  await context.upkeep.endScrub(operation.id);
  context.passDebugPoint('scrub:done');
  if (stopped === null) return refusals;
  // Stopped on request: what was found stands with the operation all the same.
  await context.operations.addUserErrors(operation.id, refusals);
  throw stopped;
}

/** `stopped` when somebody asked the operation to end; then the run holds what was read until then. */
async function readToTheEnd(
  context: ExecutorContext,
  operationId: string,
  input: ScrubOperationInput,
  signal: AbortSignal,
): Promise<{ readonly run: ScrubRun; readonly stopped: Error | null }> {
  let run = await context.upkeep.beginScrub(operationId, input.repository, input.folderCount);
  try {
    while (run.foldersDone < run.folderCount && run.bad.length < BAD_MAX) {
      await letRestoresGoFirst(context, operationId, signal);
      await context.operations.enterPhase(operationId, 'reading chunks');
      run = await readPart(context, operationId, input, run, signal);
      context.passDebugPoint('scrub:part');
    }
  } catch (error) {
    if (!signal.aborted || context.stopping.aborted) throw error;
    return { run, stopped: error as Error };
  }
  return { run, stopped: null };
}

async function readPart(
  context: ExecutorContext,
  operationId: string,
  input: ScrubOperationInput,
  run: ScrubRun,
  signal: AbortSignal,
): Promise<ScrubRun> {
  const firstFolder = (run.firstFolder + run.foldersDone) % REPOSITORY_FOLDERS;
  const folderEnd = Math.min(REPOSITORY_FOLDERS, firstFolder + run.folderCount - run.foldersDone);
  const part = await context.scrubber.scrubPart(
    {
      repositoryPath: repositoryPath(context, input.repository),
      firstFolder,
      folderEnd,
      byteLimit: PART_BYTES,
      inBackground: input.inBackground,
    },
    signal,
  );
  return await context.upkeep.recordScrubPart(operationId, run.foldersDone, {
    folders: part.nextFolder - firstFolder,
    chunkCount: part.chunkCount,
    pageCount: part.pageCount,
    byteCount: part.byteCount,
    bad: part.bad.map(({ id, kind, reason }) => ({ id, kind, reason })),
  });
}

/** Between parts only: a part takes a second or so. */
async function letRestoresGoFirst(context: ExecutorContext, operationId: string, signal: AbortSignal): Promise<void> {
  while (await context.upkeep.isRestoring(context.executorId)) {
    await context.operations.enterPhase(operationId, 'waiting for restores');
    await sleep(RESTORE_POLL_MS, undefined, { signal });
  }
}
