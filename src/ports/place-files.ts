import type { PlacedFile } from './copy-engine.js';

/**
 * Small files and folders beneath a named location. Every part of a path is opened without following symbolic links, so
 * nothing leaves its root. Errors are `PortError` with codes PATH_OUTSIDE_LOCATION, TARGET_EXISTS, TARGET_NOT_WRITABLE,
 * LOCATION_NOT_AVAILABLE, NO_SPACE and IO_ERROR.
 */
export interface PlaceFiles {
  /** Null when nothing stands there. */
  inspect(file: PlacedFile): Promise<PlacedFileFact | null>;
  /** SHA-256 as 64 hex digits; for files up to `limitBytes`, else null. Null when there is no such regular file. */
  sha256(file: PlacedFile, limitBytes: number): Promise<string | null>;
  /**
   * Whole, durable, mode 0600, and only if nothing stands there. The file keeps a second, hidden name made of
   * `scratchId`, which proves who made it. Repeatable: a file that bears both names is done.
   */
  write(file: PlacedFile, content: Uint8Array, scratchId: string): Promise<void>;
  /** Whether the file that stands there was made by `write` with this id. */
  isWrittenBy(file: PlacedFile, scratchId: string): Promise<boolean>;
  /** Takes away the second name of `write`; nothing there is no error. */
  removeScratch(file: PlacedFile, scratchId: string): Promise<void>;
  /** Folders of the path that do not exist yet, outermost first, each relative to the root. */
  missingFolders(folder: PlacedFile): Promise<readonly string[]>;
  makeFolders(rootPath: string, folders: readonly string[]): Promise<void>;
  /** Removes a regular file; nothing there is no error. */
  removeFile(file: PlacedFile): Promise<void>;
  /** Removes a folder when it is empty. Returns whether it is gone. */
  removeFolderIfEmpty(folder: PlacedFile): Promise<boolean>;
  space(rootPath: string): Promise<PlaceSpace>;
}

export interface PlacedFileFact {
  readonly kind: 'FILE' | 'FOLDER' | 'OTHER';
  readonly sizeBytes: number;
}

export interface PlaceSpace {
  readonly readable: boolean;
  readonly writable: boolean;
  /** Null when it could not be found out. */
  readonly freeBytes: number | null;
}
