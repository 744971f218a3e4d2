import type { UserErrorData } from '../domain/operation-input.js';
import type { CaptureRestorePointInput } from '../usecases/restore-point-input.js';
import { inputId } from './arguments.js';
import type { CaptureRestorePointInput as CaptureArguments } from './generated/resolver-types.js';

/** The input of captureRestorePoint with UUIDs in place of global ids, or why it cannot be used. */
export function toCaptureInput(
  input: CaptureArguments,
): { readonly input: CaptureRestorePointInput } | { readonly refusals: readonly UserErrorData[] } {
  const refusals: UserErrorData[] = [];
  const disks = input.disks.map((disk, position) => {
    const { incremental } = disk;
    if (!incremental) return { ...disk, incremental: null };
    const path = ['disks', String(position), 'incremental', 'parentRestorePointId'];
    const id = inputId(incremental.parentRestorePointId, 'RestorePoint', path);
    if (typeof id === 'string') return { ...disk, incremental: { ...incremental, parentRestorePointId: id } };
    refusals.push(id);
    return { ...disk, incremental: null };
  });
  return refusals.length > 0 ? { refusals } : { input: { ...input, disks } };
}
