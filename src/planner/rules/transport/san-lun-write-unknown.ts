import { lunsOf } from '../../vsphere/san-luns.js';
import { guide } from '../citations.js';
import type { TransportRule } from '../rule.js';

export const sanLunWriteUnknown: TransportRule = {
  kind: 'TRANSPORT',
  scope: 'DISK_AND_EXECUTOR',
  transports: ['SAN'],
  id: 'san.lun-write-unknown',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Nobody knows whether the proxy may write to a LUN',
  statements: [],
  citation: guide('SAN transport: LUNs must be writable for restore'),
  remedy: 'Let the executor look at its LUNs again, or use NBDSSL.',
  reject: (_context, { disk, executor }) => {
    if (executor.fact.proxy.operatingSystem === 'WINDOWS') return null;
    const open = lunsOf(disk, executor).filter((lun) => executor.luns?.get(lun)?.readOnly === 'UNKNOWN');
    return open.length === 0 ? null : `Whether executor ${executor.name} may write to ${open.join(', ')} is not known.`;
  },
};
