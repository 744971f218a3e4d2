import { storageKind } from '../../vsphere/storage-kind.js';
import { releaseNotes } from '../citations.js';
import type { TransportRule } from '../rule.js';

export const sanVsan: TransportRule = {
  kind: 'TRANSPORT',
  scope: 'DISK',
  transports: ['SAN'],
  id: 'san.vsan',
  grade: 'BLOCKS',
  effect: 'BLOCKS',
  title: 'SAN is not possible on vSAN',
  statements: [],
  citation: releaseNotes('7.0.2', 'No SAN transport for vSAN and VVol'),
  remedy: 'Use HotAdd through a proxy on vSAN, or NBDSSL.',
  reject: (_context, { disk }) => {
    const { datastore } = disk.place;
    return storageKind(datastore) === 'VSAN' ? `Datastore ${datastore?.name} is a vSAN datastore.` : null;
  },
};
