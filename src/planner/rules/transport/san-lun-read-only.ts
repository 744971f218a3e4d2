import { lunsOf } from '../../vsphere/san-luns.js';
import { guide } from '../citations.js';
import type { TransportRule } from '../rule.js';

export const sanLunReadOnly: TransportRule = {
  kind: 'TRANSPORT',
  scope: 'DISK_AND_EXECUTOR',
  transports: ['SAN'],
  id: 'san.lun-read-only',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'The array gives a LUN to the proxy for reading alone',
  statements: [],
  citation: guide('SAN transport: LUNs must be writable for restore'),
  remedy: 'Map the LUN to the proxy for writing, or use NBDSSL.',
  reject: (_context, { disk, executor }) => {
    // Windows keeps its SAN disks read-only between restores; the plan's own steps clear that flag.
    if (executor.fact.proxy.operatingSystem === 'WINDOWS') return null;
    const locked = lunsOf(disk, executor).filter((lun) => executor.luns?.get(lun)?.readOnly === 'YES');
    return locked.length === 0 ? null : `Executor ${executor.name} may only read ${locked.join(', ')}.`;
  },
};
