import { sharesDisk } from '../../vsphere/snapshot-ability.js';
import { vim } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const diskSharedInPlace: VsphereRule = {
  kind: 'FINDING',
  id: 'disk.shared-in-place',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'A disk to overwrite is shared with other VMs',
  statements: [],
  citation: vim('VirtualDiskSharing'),
  remedy: 'Power off every VM that shares it, take its sharing mode away, restore, and set it again.',
  check: ({ disks }) =>
    disks
      .filter(({ written }) => written !== null && sharesDisk(written.sharing) === 'YES')
      .map(({ subject, written }) => ({
        subject,
        explanation: `${written?.label} may be open in other VMs (${written?.sharing}).`,
      })),
};
