import { sharesBus, sharesDisk } from '../../vsphere/snapshot-ability.js';
import { vim } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const diskShared: VsphereRule = {
  kind: 'FINDING',
  id: 'disk.shared',
  grade: 'WARNS',
  effect: 'NONE',
  title: 'A disk is shared between VMs',
  statements: [],
  citation: vim('VirtualDiskSharing'),
  remedy: 'Restore it once, with all VMs off that share it, then attach it to the others with its sharing ' + 'mode.',
  check: ({ disks, point }) => {
    const sharing = new Map(point.machine.controllers.map((one) => [one.key, one.sharing]));
    return disks.flatMap(({ disk, subject }) => {
      const ofBus = disk.controllerKey === null ? null : (sharing.get(disk.controllerKey) ?? null);
      if (sharesDisk(disk.sharing) !== 'YES' && sharesBus(ofBus) !== 'YES') return [];
      const how = sharesDisk(disk.sharing) === 'YES' ? disk.sharing : `${ofBus} of its controller`;
      return [{ subject, explanation: `${disk.label} was shared with other VMs (${how}).` }];
    });
  },
};
