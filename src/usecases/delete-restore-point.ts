import type { UserErrorData } from '../domain/operation-input.js';
import type { RestorePointRecord } from '../domain/restore-point-records.js';
import { refusal } from '../domain/user-error.js';
import type { RestorePointRemover } from '../ports/restore-point-remover.js';
import type { Actor } from './actor.js';
import { checkOptionalText } from './check-text.js';

export interface DeleteRestorePointPorts {
  readonly removal: RestorePointRemover;
}

export interface DeleteRestorePointInput {
  readonly restorePointId: string;
  /** For the audit log. */
  readonly reason?: string | null | undefined;
}

export interface DeleteRestorePointResult {
  readonly restorePoint: RestorePointRecord | null;
  readonly userErrors: readonly UserErrorData[];
}

/**
 * Gives a restore point up. Its blocks stay until a collection finds that no other point needs them. Deleting it again
 * is no error. Refusals: NOT_FOUND, RETENTION_HOLDS, RESTORE_POINT_BUSY, INVALID_INPUT.
 */
export async function deleteRestorePoint(
  ports: DeleteRestorePointPorts,
  actor: Actor,
  input: DeleteRestorePointInput,
): Promise<DeleteRestorePointResult> {
  const wrong = checkOptionalText(input.reason, { path: ['reason'], lengthMax: 1_000 });
  if (wrong.length > 0) return { restorePoint: null, userErrors: wrong };
  const outcome = await ports.removal.deleteRestorePoint({
    restorePointId: input.restorePointId,
    actor: actor.name,
    reason: input.reason ?? null,
  });
  const path = ['restorePointId'];
  switch (outcome.kind) {
    case 'deleted':
    case 'already-deleted':
      return { restorePoint: outcome.restorePoint, userErrors: [] };
    case 'not-found':
      return refused(refusal('NOT_FOUND', 'There is no such restore point.', { path }));
    case 'legal-hold': {
      const message = 'The restore point is under legal hold, so it cannot be deleted.';
      return refused(refusal('RETENTION_HOLDS', message, { path }));
    }
    case 'retained': {
      const message = `The restore point is to be kept until ${outcome.until}, so it cannot be deleted before.`;
      return refused(refusal('RETENTION_HOLDS', message, { path, remedy: 'Ask again after that moment.' }));
    }
    case 'busy': {
      const message = `Operation ${outcome.operationId} works on the restore point or restores from it.`;
      const remedy = 'Wait until it has ended, or cancel it; then ask again.';
      return refused(refusal('RESTORE_POINT_BUSY', message, { path, remedy }));
    }
  }
}

function refused(userError: UserErrorData): DeleteRestorePointResult {
  return { restorePoint: null, userErrors: [userError] };
}
