import { snapshotAbility } from '../../vsphere/snapshot-ability.js';
import { guide } from '../citations.js';
import type { TransportRule } from '../rule.js';

export const sanRestoreSnapshotUnknown: TransportRule = {
  kind: 'TRANSPORT',
  scope: 'DISK',
  transports: ['SAN'],
  id: 'san.restore-snapshot-unknown',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Nobody knows whether a restore snapshot can be taken of the VM',
  statements: [],
  citation: guide('Restore by SAN: take a snapshot first, revert and delete it afterwards'),
  remedy: 'Refresh the site, record the point again, or use HotAdd or NBDSSL.',
  reject: (context) => {
    const { possible, why } = snapshotAbility(context);
    return possible === 'UNKNOWN' ? `SAN needs a restore snapshot, and ${why}.` : null;
  },
};
