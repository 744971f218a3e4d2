import type { PlacedFile } from '../ports/copy-engine.js';
import type { PlaceFiles } from '../ports/place-files.js';

/** What the copy engine keeps beside a disk until it is whole: the partial file first, then its journal. */
function temporariesOf(target: PlacedFile): PlacedFile[] {
  return ['.reinstate-partial', '.reinstate-journal'].map((ending) => ({
    ...target,
    relativePath: `${target.relativePath}${ending}`,
  }));
}

/** In this order a writer that is just ending can no longer give the partial file its final name. */
export async function removeTemporaries(files: PlaceFiles, target: PlacedFile): Promise<void> {
  for (const temporary of temporariesOf(target)) await files.removeFile(temporary);
}
