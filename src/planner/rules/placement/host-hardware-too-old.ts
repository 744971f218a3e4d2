import { vim } from '../citations.js';
import type { HostRule } from '../rule.js';

export const hostHardwareTooOld: HostRule = {
  kind: 'HOST',
  id: 'host.hardware-too-old',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'A host does not run virtual hardware as new as that of the VM',
  statements: [],
  citation: vim('VirtualMachineConfigOption.version'),
  remedy: 'Choose a host of a newer release; virtual hardware cannot be set back.',
  reject: ({ point, machine }, host) => {
    const needed = machine === null ? point.hardwareVersion : machine.hardwareVersion;
    const most = host.hardwareVersionMax;
    return needed === null || most === null || needed <= most
      ? null
      : `The VM has virtual hardware ${needed}; host ${host.name} runs up to ${most}.`;
  },
};
