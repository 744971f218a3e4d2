import type { RestorePointRecord } from '../domain/restore-point-records.js';

/** Gives up restore points. Errors as in restore-point-writer.ts. */
export interface RestorePointRemover {
  /**
   * In one transaction: the point is DELETED, its disks name no data any more, their indexes count as given up, and the
   * audit log says so. Legal hold, retention (by the database's clock) and operations under way are looked at there.
   */
  deleteRestorePoint(deletion: RestorePointDeletion): Promise<DeletionOutcome>;
}

export interface RestorePointDeletion {
  readonly restorePointId: string;
  readonly actor: string;
  readonly reason: string | null;
}

export type DeletionOutcome =
  | { readonly kind: 'deleted'; readonly restorePoint: RestorePointRecord }
  | { readonly kind: 'already-deleted'; readonly restorePoint: RestorePointRecord }
  | { readonly kind: 'legal-hold' }
  | { readonly kind: 'retained'; readonly until: string }
  | { readonly kind: 'busy'; readonly operationId: string }
  | { readonly kind: 'not-found' };
