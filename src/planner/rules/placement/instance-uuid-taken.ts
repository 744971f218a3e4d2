import { sharersOf } from '../../vsphere/identity-sharers.js';
import { vim } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const instanceUuidTaken: VsphereRule = {
  kind: 'FINDING',
  id: 'identity.instance-uuid-taken',
  grade: 'WARNS',
  effect: 'NONE',
  title: 'Another VM of the target has the instance UUID',
  statements: [],
  citation: vim('VirtualMachineConfigInfo.uuid, instanceUuid'),
  remedy:
    'Where tools know the VM by its instance UUID, take the original out of the inventory first, or restore in place.',
  check: (context) => {
    const [first] = sharersOf(context).instanceUuid;
    const explanation = `${first?.name} has it already, so vCenter gives the new VM another one.`;
    return first === undefined ? [] : [{ subject: 'vm', explanation }];
  },
};
