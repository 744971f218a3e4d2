import { vim } from '../citations.js';
import type { VsphereRule } from '../rule.js';

/** Null where one of them is not known. */
function sameUuid(left: string | null, right: string | null): boolean | null {
  return left === null || right === null ? null : left.toLowerCase() === right.toLowerCase();
}

export const inPlaceOtherVm: VsphereRule = {
  kind: 'FINDING',
  id: 'in-place.other-vm',
  grade: 'WARNS',
  effect: 'NONE',
  title: 'The VM to overwrite is not the one that was captured',
  statements: [],
  citation: vim('VirtualMachineConfigInfo.uuid, instanceUuid'),
  remedy: 'Look twice at the name: its disks are overwritten with those of another VM.',
  check: ({ machine, point }) => {
    if (machine === null) return [];
    const same = [
      sameUuid(machine.instanceUuid, point.machine.instanceUuid),
      sameUuid(machine.biosUuid, point.machine.biosUuid),
    ];
    if (same.includes(true)) return [];
    const how = same.includes(false) ? 'bears other UUIDs than' : 'cannot be compared by UUID with';
    return [{ subject: 'vm', explanation: `${machine.name} ${how} ${point.vmName} of the point.` }];
  },
};
