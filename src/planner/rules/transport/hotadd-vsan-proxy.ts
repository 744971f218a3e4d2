import { datastoresOfProxy } from '../../vsphere/proxy-place.js';
import { storageKind } from '../../vsphere/storage-kind.js';
import { knowledgeBase } from '../citations.js';
import type { TransportRule } from '../rule.js';

export const hotaddVsanProxy: TransportRule = {
  kind: 'TRANSPORT',
  scope: 'DISK_AND_EXECUTOR',
  transports: ['HOTADD'],
  id: 'hotadd.vsan-proxy',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'HotAdd of a vSAN disk needs a proxy all of whose disks are on vSAN',
  statements: [],
  citation: knowledgeBase(306343, 'HotAdd and vSAN'),
  remedy: 'Move all disks of the proxy to vSAN, or use NBDSSL.',
  reject: ({ site }, { disk, executor }) => {
    if (storageKind(disk.place.datastore) !== 'VSAN') return null;
    const other = datastoresOfProxy(site, executor).filter(({ kind }) => kind !== 'VSAN' && kind !== 'UNKNOWN');
    return other.length === 0
      ? null
      : `Proxy ${executor.name} has disks on ${other.map(({ name }) => name).join(', ')}, and not on vSAN alone.`;
  },
};
