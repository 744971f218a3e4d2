import { storageKind } from '../../vsphere/storage-kind.js';
import { vim } from '../citations.js';
import type { TransportRule } from '../rule.js';

export const datastoreHttpObjectStorage: TransportRule = {
  kind: 'TRANSPORT',
  scope: 'DISK',
  transports: ['DATASTORE_HTTP'],
  id: 'datastore-http.object-storage',
  grade: 'BLOCKS',
  effect: 'BLOCKS',
  title: 'Disks on vSAN and VVol are objects, not files of a folder',
  statements: [],
  citation: vim('HTTP access to datastores'),
  remedy: 'Use HotAdd, NBDSSL or HTTP_NFC, or place the disk on VMFS or NFS.',
  reject: (_context, { disk }) => {
    const { datastore } = disk.place;
    const kind = storageKind(datastore);
    return kind === 'VSAN' || kind === 'VVOL' ? `Datastore ${datastore?.name} keeps disks as objects.` : null;
  },
};
