import type { UserErrorData } from '../domain/operation-input.js';
import { refusal } from '../domain/user-error.js';
import type { PlanRestoreInput } from '../usecases/plan-restore.js';
import { inputId } from './arguments.js';
import type { PlanRestoreInput as PlanRestoreArguments } from './generated/resolver-types.js';

/** The input of planRestore with UUIDs in place of global ids, or why it cannot be used. */
export function toPlanInput(input: PlanRestoreArguments): PlanRestoreInput | UserErrorData {
  const { restorePoint, target, deviceKeys } = input;
  const pointId = restorePoint.restorePointId;
  const path = ['restorePoint', pointId ? 'restorePointId' : 'newestOfVmId'];
  const id = pointId ? inputId(pointId, 'RestorePoint', path) : inputId(restorePoint.newestOfVmId ?? '', 'Vm', path);
  if (typeof id !== 'string') return id;
  const { localFiles } = target;
  if (!localFiles) return refusal('INVALID_INPUT', 'A target must be given.', { path: ['target'] });
  const selector = pointId ? { restorePointId: id } : { newestOfVmId: id };
  return { restorePoint: selector, target: { localFiles }, deviceKeys };
}
