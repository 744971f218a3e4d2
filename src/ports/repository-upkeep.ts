import type { BadObject } from './copy-engine.js';

/**
 * What the catalog keeps about a repository as a whole. Like the operation store, calls wait for the database to come
 * back and may be repeated.
 */
export interface RepositoryUpkeep {
  readIndexes(repository: string): Promise<RepositoryIndexes>;
  /** The run of this operation; made when it is not there, from where the last scrub of the repository ended. */
  beginScrub(operationId: string, repository: string, folderCount: number): Promise<ScrubRun>;
  /** Adds a part that began at `foldersDone` of the run; one that was added already changes nothing. */
  recordScrubPart(operationId: string, foldersDone: number, part: ScrubPart): Promise<ScrubRun>;
  /** The next scrub begins where this one ended: call it when what it found has been marked. */
  endScrub(operationId: string): Promise<void>;
  /** Whether a restore is under way on this executor. */
  isRestoring(executorId: string): Promise<boolean>;
  /**
   * Asks for a scrub when none was asked for within the interval and none is under way; a repository that is younger
   * than that waits. Returns the id of the new operation, or null. Does not wait for the database.
   */
  scheduleScrub(request: ScheduledScrub): Promise<string | null>;
}

export interface RepositoryIndexes {
  /**
   * Of every disk of a restore point that was not deleted, whatever its state, and of parents that captures under way
   * name. 64 hex digits each.
   */
  readonly roots: readonly string[];
  /** Of deleted points, as far as no other point has them. */
  readonly givenUp: readonly string[];
}

export interface ScrubRun {
  readonly firstFolder: number;
  readonly folderCount: number;
  readonly foldersDone: number;
  readonly chunkCount: number;
  readonly pageCount: number;
  readonly byteCount: number;
  readonly bad: readonly FoundObject[];
}

export type FoundObject = Pick<BadObject, 'id' | 'kind' | 'reason'>;

export interface ScrubPart {
  readonly folders: number;
  readonly chunkCount: number;
  readonly pageCount: number;
  readonly byteCount: number;
  readonly bad: readonly FoundObject[];
}

export interface ScheduledScrub {
  readonly repository: string;
  readonly intervalHours: number;
  readonly folderCount: number;
  readonly actor: string;
}
