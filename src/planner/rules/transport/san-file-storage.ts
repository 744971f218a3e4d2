import { storageKind } from '../../vsphere/storage-kind.js';
import { guide } from '../citations.js';
import type { TransportRule } from '../rule.js';

export const sanFileStorage: TransportRule = {
  kind: 'TRANSPORT',
  scope: 'DISK',
  transports: ['SAN'],
  id: 'san.file-storage',
  grade: 'BLOCKS',
  effect: 'BLOCKS',
  title: 'SAN is not possible on NFS or persistent memory, which have no LUN',
  statements: [],
  citation: guide('Transport methods: SAN transport needs a LUN'),
  remedy: 'Use HotAdd or NBDSSL, or place the disk on a VMFS datastore.',
  reject: (_context, { disk }) => {
    const { datastore } = disk.place;
    const kind = storageKind(datastore);
    return kind === 'NFS' || kind === 'PMEM' ? `Datastore ${datastore?.name} is of type ${datastore?.type}.` : null;
  },
};
