import { devicesOfKind } from '../../vsphere/host-bound-devices.js';
import { vim } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const guestDeviceMediaLeftOut: VsphereRule = {
  kind: 'FINDING',
  id: 'guest.device-media-left-out',
  grade: 'INFORMS',
  effect: 'NONE',
  title: 'Media and ports of the old host do not come back',
  statements: [],
  citation: vim('VirtualDevice'),
  remedy: 'Attach them again where they are needed.',
  check: ({ rebuild, point }) => {
    const names = rebuild === null ? [] : devicesOfKind(point.machine.hostBoundDevices, 'MEDIA');
    return names.length === 0
      ? []
      : [{ subject: 'vm', explanation: `Comes back empty or not at all: ${names.join(', ')}.` }];
  },
};
