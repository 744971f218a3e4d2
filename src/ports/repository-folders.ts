/** What stands in the folder of a chunk repository. `identity` is null where nobody has given it one yet. */
export type RepositoryLook =
  | { readonly state: 'READY'; readonly identity: string | null }
  /** No folder, or nothing in it but what a new repository may be made of; an unmounted mount point looks so too. */
  | { readonly state: 'EMPTY' }
  /** `reason` is half a sentence and names no folder of this machine. */
  | { readonly state: 'UNUSABLE'; readonly reason: string };

/** Folders of chunk repositories, as docs/formats.md describes them. */
export interface RepositoryFolders {
  look(path: string): Promise<RepositoryLook>;
  /**
   * Makes an empty folder a repository (the folder too, where only its parent is there), and gives one without an
   * identity a random one. Returns the identity that stands there afterwards, also when another executor was quicker.
   * @throws PortError REPOSITORY_NOT_FOUND when that cannot be written
   */
  provide(path: string): Promise<string>;
}
