import { snapshotAbility } from '../../vsphere/snapshot-ability.js';
import { guide } from '../citations.js';
import type { TransportRule } from '../rule.js';

export const sanNoRestoreSnapshot: TransportRule = {
  kind: 'TRANSPORT',
  scope: 'DISK',
  transports: ['SAN'],
  id: 'san.no-restore-snapshot',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'No restore snapshot can be taken of the VM',
  statements: [],
  citation: guide('Restore by SAN: take a snapshot first, revert and delete it afterwards'),
  remedy: 'Use HotAdd or NBDSSL; a VM with shared disks or buses can have no snapshot, and SAN needs one.',
  reject: (context) => {
    const { possible, why } = snapshotAbility(context);
    return possible === 'NO' ? `SAN needs a restore snapshot, and ${why}.` : null;
  },
};
