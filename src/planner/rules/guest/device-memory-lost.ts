import { devicesOfKind } from '../../vsphere/host-bound-devices.js';
import { vim } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const guestDeviceMemoryLost: VsphereRule = {
  kind: 'FINDING',
  id: 'guest.device-memory-lost',
  grade: 'WARNS',
  effect: 'LOSS',
  title: 'Persistent memory is not in the backup',
  statements: [],
  citation: vim('VirtualDevice'),
  remedy: 'Bring its content back by the application that used it.',
  check: ({ rebuild, point }) => {
    const names = rebuild === null ? [] : devicesOfKind(point.machine.hostBoundDevices, 'MEMORY');
    return names.length === 0 ? [] : [{ subject: 'vm', explanation: `Its content is lost: ${names.join(', ')}.` }];
  },
};
