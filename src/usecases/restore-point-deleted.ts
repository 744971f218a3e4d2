import type { UserErrorData } from '../domain/operation-input.js';
import { refusal } from '../domain/user-error.js';

/** A deleted point is still shown by its id, and can be used for nothing. */
export function restorePointDeleted(path: readonly string[]): UserErrorData {
  const message = 'The restore point was deleted, so its blocks are no longer kept.';
  return refusal('RESTORE_POINT_NOT_AVAILABLE', message, { path, remedy: 'Choose another restore point of the VM.' });
}
