import { devicesOfKind } from '../../vsphere/host-bound-devices.js';
import { vim } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const guestDeviceHardwareLeftOut: VsphereRule = {
  kind: 'FINDING',
  id: 'guest.device-hardware-left-out',
  grade: 'WARNS',
  effect: 'NONE',
  title: 'Hardware of the old host does not come back',
  statements: [],
  citation: vim('VirtualDevice'),
  remedy: 'Give the VM such hardware again after the restore: passthrough, vGPU and USB are bound to a host.',
  check: ({ rebuild, point }) => {
    const names = rebuild === null ? [] : devicesOfKind(point.machine.hostBoundDevices, 'HARDWARE');
    return names.length === 0 ? [] : [{ subject: 'vm', explanation: `Left out: ${names.join(', ')}.` }];
  },
};
