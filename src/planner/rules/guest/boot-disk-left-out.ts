import { vim } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const guestBootDiskLeftOut: VsphereRule = {
  kind: 'FINDING',
  id: 'guest.boot-disk-left-out',
  grade: 'WARNS',
  effect: 'NONE',
  title: 'A disk of the boot order is not restored',
  statements: [],
  citation: vim('VirtualMachineBootOptions.bootOrder'),
  remedy: 'Restore the disk too, or set the boot order by hand before the start.',
  check: ({ rebuild, point }) => {
    if (rebuild === null) return [];
    return point.machine.bootOrderDeviceKeys
      .filter((deviceKey) => !rebuild.bootOrderDeviceKeys.includes(deviceKey))
      .map((deviceKey) => ({
        subject: `disk:${deviceKey}`,
        explanation: `Disk ${deviceKey} stands in the boot order of ${point.vmName} and is left out of it.`,
      }));
  },
};
