import { isAllowed, lunsOf } from '../../vsphere/san-luns.js';
import { guide } from '../citations.js';
import type { TransportRule } from '../rule.js';

export const sanAllowListUnknown: TransportRule = {
  kind: 'TRANSPORT',
  scope: 'DISK_AND_EXECUTOR',
  transports: ['SAN'],
  id: 'san.allow-list-unknown',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Nobody knows whether the library of a proxy may use a LUN',
  statements: [],
  citation: guide('SAN transport: allow list; NVMe over fabrics only when listed'),
  remedy: 'Name the LUN in vixDiskLib.transport.san.allowList on that executor, or use NBDSSL.',
  reject: (_context, { disk, executor }) => {
    const open = lunsOf(disk, executor).filter((lun) => isAllowed(executor, lun) === 'UNKNOWN');
    return open.length === 0
      ? null
      : `Whether the library of executor ${executor.name} may use ${open.join(', ')} is not known.`;
  },
};
