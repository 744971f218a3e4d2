import type { UserErrorData } from '../domain/operation-input.js';
import { refusal } from '../domain/user-error.js';
import type { PlanRestoreInput } from '../usecases/plan-restore.js';
import { inputId } from './arguments.js';
import type {
  PlanRestoreInput as PlanRestoreArguments,
  RestoreTargetInput as RestoreTargetArguments,
} from './generated/resolver-types.js';

/** The input of planRestore with UUIDs in place of global ids, or why it cannot be used. */
export function toPlanInput(input: PlanRestoreArguments): PlanRestoreInput | UserErrorData {
  const { restorePoint, deviceKeys } = input;
  const pointId = restorePoint.restorePointId;
  const path = ['restorePoint', pointId ? 'restorePointId' : 'newestOfVmId'];
  const id = pointId ? inputId(pointId, 'RestorePoint', path) : inputId(restorePoint.newestOfVmId ?? '', 'Vm', path);
  if (typeof id !== 'string') return id;
  const target = toTarget(input.target);
  if ('code' in target) return target;
  return { restorePoint: pointId ? { restorePointId: id } : { newestOfVmId: id }, target, deviceKeys };
}

function toTarget(target: RestoreTargetArguments): PlanRestoreInput['target'] | UserErrorData {
  const { localFiles, vsphereNewVm, vsphereInPlace } = target;
  if (localFiles) return { localFiles };
  if (vsphereNewVm) {
    const siteId = inputId(vsphereNewVm.siteId, 'Site', ['target', 'vsphereNewVm', 'siteId']);
    return typeof siteId === 'string' ? { vsphere: { ...vsphereNewVm, siteId, mode: 'NEW_VM' } } : siteId;
  }
  if (vsphereInPlace) {
    const siteId = inputId(vsphereInPlace.siteId, 'Site', ['target', 'vsphereInPlace', 'siteId']);
    return typeof siteId === 'string' ? { vsphere: { ...vsphereInPlace, siteId, mode: 'IN_PLACE' } } : siteId;
  }
  return refusal('INVALID_INPUT', 'A target must be given.', { path: ['target'] });
}
