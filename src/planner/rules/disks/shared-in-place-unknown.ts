import { sharesDisk } from '../../vsphere/snapshot-ability.js';
import { vim } from '../citations.js';
import type { RuleHit, VsphereRule } from '../rule.js';

export const diskSharedInPlaceUnknown: VsphereRule = {
  kind: 'FINDING',
  id: 'disk.shared-in-place-unknown',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Nobody knows whether a disk to overwrite is shared with other VMs',
  statements: [],
  citation: vim('VirtualDiskSharing'),
  remedy: 'Refresh the VM to overwrite.',
  check: ({ disks, machine, target }) => {
    const hits: RuleHit[] = [];
    if (target.mode !== 'IN_PLACE') return hits;
    for (const { subject, written } of disks) {
      if (written === null || sharesDisk(written.sharing) !== 'UNKNOWN') continue;
      hits.push({ subject, explanation: `Whether ${written.label} is shared with other VMs is not known.` });
    }
    if (machine !== null && machine.sharesBus === 'UNKNOWN') {
      hits.push({ subject: 'vm', explanation: `Whether ${machine.name} shares a SCSI bus is not known.` });
    }
    return hits;
  },
};
