import { devicesOfKind } from '../../vsphere/host-bound-devices.js';
import { vim } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const guestDeviceOtherLeftOut: VsphereRule = {
  kind: 'FINDING',
  id: 'guest.device-other-left-out',
  grade: 'WARNS',
  effect: 'NONE',
  title: 'A device of a kind that is not known here does not come back',
  statements: [],
  citation: vim('VirtualDevice'),
  remedy: 'Look what the device was, and add it again by hand.',
  check: ({ rebuild, point }) => {
    const names = rebuild === null ? [] : devicesOfKind(point.machine.hostBoundDevices, 'OTHER');
    return names.length === 0 ? [] : [{ subject: 'vm', explanation: `Left out: ${names.join(', ')}.` }];
  },
};
