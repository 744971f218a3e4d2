import { runs, sharersOf } from '../../vsphere/identity-sharers.js';
import { vim } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const biosUuidRunning: VsphereRule = {
  kind: 'FINDING',
  id: 'identity.bios-uuid-running',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'A VM that is not off has the BIOS UUID of the VM to start',
  statements: [],
  citation: vim('VirtualMachineConfigInfo.uuid, instanceUuid'),
  remedy: 'Power the other VM off, restore without power-on, or restore as a copy, which gets a new identity.',
  check: (context) => {
    const others = context.target.powerOn ? sharersOf(context).biosUuid.filter(runs) : [];
    const names = others.map(({ name, powerState }) => `${name} (${powerState})`).join(', ');
    return others.length === 0 ? [] : [{ subject: 'vm', explanation: `The BIOS UUID is that of ${names} too.` }];
  },
};
