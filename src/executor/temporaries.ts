import type { TargetFormat } from '../domain/target-formats.js';
import { TARGET_FORMAT_TRAITS } from '../domain/target-formats.js';
import type { PlacedFile } from '../ports/copy-engine.js';
import type { PlaceFiles } from '../ports/place-files.js';

/**
 * What the copy engine keeps beside a disk until it is whole: the partial file, a descriptor that has not its name yet,
 * then the journal.
 */
function temporariesOf(target: PlacedFile, format: TargetFormat): PlacedFile[] {
  const descriptor = TARGET_FORMAT_TRAITS[format].hasExtentFile ? ['.reinstate-descriptor'] : [];
  return ['.reinstate-partial', ...descriptor, '.reinstate-journal'].map((ending) => ({
    ...target,
    relativePath: `${target.relativePath}${ending}`,
  }));
}

/** In this order a writer that is just ending can no longer give the partial file its final name. */
export async function removeTemporaries(files: PlaceFiles, target: PlacedFile, format: TargetFormat): Promise<void> {
  for (const temporary of temporariesOf(target, format)) await files.removeFile(temporary);
}
