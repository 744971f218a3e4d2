import type { PlacedFile } from '../ports/copy-engine.js';
import type { TargetClaim } from '../ports/target-claims.js';
import type { ExecutorContext } from './context.js';
import { removeTemporaries } from './temporaries.js';

/**
 * After a failure or a cancel: takes away what this operation made and nothing else, then gives up its claims. A file
 * is its own when it was written down beforehand that it makes it. Repeatable. What cannot be removed is told in a
 * note.
 */
export async function undoPlan(context: ExecutorContext, operationId: string): Promise<void> {
  const claims = await context.claims.list(operationId);
  for (const claim of claims.filter(({ writing }) => writing)) {
    const file = placeOf(context, claim.location, claim.path);
    if (file === null) continue;
    await orNote(context, operationId, claim, async () => {
      await removeTemporaries(context.files, file);
      await context.files.removeFile(file);
      await context.files.removeFile(scratchOf(file, operationId));
    });
  }
  for (const claim of claims) await removeMadeFolders(context, operationId, claim);
  await context.claims.release(operationId);
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

/** Name of the file that `PlaceFiles.write` fills before it gives it its final name. */
function scratchOf(file: PlacedFile, scratchId: string): PlacedFile {
  const parts = file.relativePath.split('/');
  const name = parts.pop() as string;
  return { ...file, relativePath: [...parts, `.${name}.reinstate-${scratchId}`].join('/') };
}
