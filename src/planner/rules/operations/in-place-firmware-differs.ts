import { vim } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const inPlaceFirmwareDiffers: VsphereRule = {
  kind: 'FINDING',
  id: 'in-place.firmware-differs',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'The VM to overwrite has other firmware than the captured one',
  statements: [],
  citation: vim('VirtualMachineConfigInfo.firmware'),
  remedy:
    'Set the firmware of the VM back, or restore as a new VM: a guest set up for one does not start with the other.',
  check: ({ machine, point }) =>
    machine !== null &&
    machine.firmware !== 'UNKNOWN' &&
    point.firmware !== 'UNKNOWN' &&
    machine.firmware !== point.firmware
      ? [{ subject: 'power-on', explanation: `${machine.name} has ${machine.firmware}, the point ${point.firmware}.` }]
      : [],
};
