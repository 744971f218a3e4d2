import type { FileDiskPlan, FilePlacement } from '../planner/plan.js';
import type { PlacedFile } from '../ports/copy-engine.js';
import { readStoredPlan } from '../usecases/plan-document.js';
import type { TargetClaim } from '../ports/target-claims.js';
import type { ExecutorContext } from './context.js';
import { filesOfDisk } from './plan-work.js';
import { restoreRequest } from './steps/restore-disk.js';
import { removeTemporaries } from './temporaries.js';

/**
 * After a failure or a cancel: takes away what this operation made and nothing else, then gives up its claims. That it
 * was written down beforehand says only where to look: a file goes when it is proven to be of this operation.
 * Repeatable. What cannot be removed, or may be somebody else's, is told in a note.
 */
export async function undoPlan(context: ExecutorContext, operationId: string): Promise<void> {
  const claims = await context.claims.list(operationId);
  const disks = await plannedDisks(context, operationId);
  for (const claim of claims.filter(({ writing }) => writing)) {
    const file = placeOf(context, claim.location, claim.path);
    if (file === null) continue;
    const disk = disks.find(({ target }) => target.location === claim.location && target.path === claim.path);
    await orNote(context, operationId, claim, async () => {
      if (disk === undefined) await undoSmallFile(context, operationId, claim, file);
      else await undoDisk(context, operationId, disk, file);
    });
  }
  for (const claim of claims) await removeMadeFolders(context, operationId, claim);
  await context.claims.release(operationId);
}

async function plannedDisks(context: ExecutorContext, operationId: string): Promise<readonly FileDiskPlan[]> {
  const operation = await context.operations.read(operationId);
  const plan = operation?.planId == null ? null : await context.catalog.readPlan(operation.planId);
  return plan === null ? [] : readStoredPlan(plan).disks;
}

async function undoDisk(
  context: ExecutorContext,
  operationId: string,
  disk: FileDiskPlan,
  file: PlacedFile,
): Promise<void> {
  await removeTemporaries(context.files, file, disk.format);
  // The temporaries went first, so that a writer that is just ending cannot bring the file into being after this look.
  const owner = await context.engine.whoseTarget(restoreRequest(context, operationId, disk, file, 0));
  if (owner === 'ABSENT') return;
  if (owner === 'OURS' || (owner === 'UNMARKED' && (await hasSucceeded(context, operationId, disk)))) {
    // The name that the disk is opened by first: what is left of a disk is not taken for one.
    for (const { path } of filesOfDisk(disk)) await context.files.removeFile({ ...file, relativePath: path });
    return;
  }
  for (const placed of filesOfDisk(disk)) {
    const there = await context.files.inspect({ ...file, relativePath: placed.path });
    if (there !== null) await noteForeign(context, operationId, placed);
  }
}

/** Where the file system keeps no marks, the engine's own word that it gave the file its name has to do. */
async function hasSucceeded(context: ExecutorContext, operationId: string, disk: FileDiskPlan): Promise<boolean> {
  const rows = await context.operations.listDisks(operationId);
  return rows.some(({ deviceKey, state }) => deviceKey === disk.deviceKey && state === 'SUCCEEDED');
}

async function undoSmallFile(
  context: ExecutorContext,
  operationId: string,
  claim: TargetClaim,
  file: PlacedFile,
): Promise<void> {
  const { files } = context;
  if (await files.isWrittenBy(file, operationId)) await files.removeFile(file);
  else if ((await files.inspect(file)) !== null) await noteForeign(context, operationId, claim);
  await files.removeScratch(file, operationId);
}

async function noteForeign(
  context: ExecutorContext,
  operationId: string,
  { location, path }: FilePlacement,
): Promise<void> {
  const message = `${location}:${path} is not known to be made by this operation and was left. Look at it yourself.`;
  await context.operations.appendNote(operationId, message, null);
}

async function removeMadeFolders(context: ExecutorContext, operationId: string, claim: TargetClaim): Promise<void> {
  for (const folder of [...claim.madeFolders].reverse()) {
    const place = placeOf(context, claim.location, folder);
    if (place === null) continue;
    await orNote(context, operationId, { ...claim, path: folder }, async () => {
      await context.files.removeFolderIfEmpty(place);
    });
  }
}

async function orNote(
  context: ExecutorContext,
  operationId: string,
  { location, path }: Pick<TargetClaim, 'location' | 'path'>,
  remove: () => Promise<void>,
): Promise<void> {
  try {
    await remove();
  } catch (error) {
    context.log.warn({ operationId, location, path, error }, 'could not remove what the operation made');
    const message = `${location}:${path} was made by this operation and could not be removed. Remove it by hand.`;
    await context.operations.appendNote(operationId, message, null);
  }
}

function placeOf(context: ExecutorContext, location: string, relativePath: string): PlacedFile | null {
  const folder = context.locations[location];
  return folder === undefined ? null : { rootPath: folder.path, relativePath };
}
