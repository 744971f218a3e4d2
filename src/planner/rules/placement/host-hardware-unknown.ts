import { vim } from '../citations.js';
import type { HostRule } from '../rule.js';

export const hostHardwareUnknown: HostRule = {
  kind: 'HOST',
  id: 'host.hardware-unknown',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Nobody knows whether a host runs the virtual hardware of the VM',
  statements: [],
  citation: vim('VirtualMachineConfigOption.version'),
  remedy: 'Refresh the site; where the point lacks its hardware version, record it again.',
  reject: ({ point, machine }, host) => {
    const needed = machine === null ? point.hardwareVersion : machine.hardwareVersion;
    if (needed === null) return 'The virtual hardware version of the VM is not known.';
    return host.hardwareVersionMax === null ? `What virtual hardware host ${host.name} runs is not known.` : null;
  },
};
