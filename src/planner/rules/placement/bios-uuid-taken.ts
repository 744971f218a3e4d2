import { runs, sharersOf } from '../../vsphere/identity-sharers.js';
import { vim } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const biosUuidTaken: VsphereRule = {
  kind: 'FINDING',
  id: 'identity.bios-uuid-taken',
  grade: 'WARNS',
  effect: 'NONE',
  title: 'Another VM that is off has the BIOS UUID',
  statements: [],
  citation: vim('VirtualMachineConfigInfo.uuid, instanceUuid'),
  remedy: 'Keep the other VM off or remove it; two VMs of one BIOS UUID confuse backup, replication and licences.',
  check: (context) => {
    const others = sharersOf(context).biosUuid.filter((one) => !context.target.powerOn || !runs(one));
    const names = others.map(({ name }) => name).join(', ');
    return others.length === 0 ? [] : [{ subject: 'vm', explanation: `BIOS UUID of ${names} as well.` }];
  },
};
