import { isThick } from '../../vsphere/transport-order.js';
import { tips } from '../citations.js';
import type { TransportRule } from '../rule.js';

export const sanThinDisk: TransportRule = {
  kind: 'TRANSPORT',
  scope: 'DISK',
  transports: ['SAN'],
  id: 'san.thin-disk',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'SAN is slow on thin disks and is taken for them only when asked for',
  statements: ['S02', 'S03'],
  citation: tips('SAN transport is not always the best choice for restores'),
  remedy: 'Use NBDSSL or HotAdd, which are usually faster for a thin disk, or name SAN in the transport preference.',
  reject: ({ preference }, { disk }) => {
    if (isThick(disk.provisioning) || preference?.includes('SAN') === true) return null;
    const kind = disk.provisioning === 'THIN' ? 'is thin' : 'is not known to be thick';
    return `${disk.disk.label} ${kind}: SAN would ask for each block twice (AllocateBlock and ClearLazyZero).`;
  },
};
