import { isAllowed, lunsOf } from '../../vsphere/san-luns.js';
import { guide } from '../citations.js';
import type { TransportRule } from '../rule.js';

export const sanNotInAllowList: TransportRule = {
  kind: 'TRANSPORT',
  scope: 'DISK_AND_EXECUTOR',
  transports: ['SAN'],
  id: 'san.not-in-allow-list',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'The library of a proxy may not use a LUN',
  statements: [],
  citation: guide('SAN transport: allow list; NVMe over fabrics only when listed'),
  remedy: 'Add the LUN to vixDiskLib.transport.san.allowList on that executor, or use NBDSSL.',
  reject: (_context, { disk, executor }) => {
    const barred = lunsOf(disk, executor).filter((lun) => isAllowed(executor, lun) === 'NO');
    return barred.length === 0
      ? null
      : `The allow list of executor ${executor.name} does not name ${barred.join(', ')}.`;
  },
};
