/** Chunks and pages lie in so many folders each, named by the first four digits of their ids (docs/formats.md §1). */
export const REPOSITORY_FOLDERS = 65_536;

/** How many folders make up a share; ids are hashes, so folders hold equal shares of the bytes. */
export function foldersOfShare(sharePercent: number): number {
  return Math.min(REPOSITORY_FOLDERS, Math.max(1, Math.ceil((REPOSITORY_FOLDERS * sharePercent) / 100)));
}
