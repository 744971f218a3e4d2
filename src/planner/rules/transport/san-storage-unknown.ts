import { storageKind } from '../../vsphere/storage-kind.js';
import { placeName } from '../../vsphere/written-disk.js';
import { tips } from '../citations.js';
import type { TransportRule } from '../rule.js';

export const sanStorageUnknown: TransportRule = {
  kind: 'TRANSPORT',
  scope: 'DISK',
  transports: ['SAN'],
  id: 'san.storage-unknown',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Nobody knows whether a datastore lies on LUNs',
  statements: ['S09'],
  citation: tips('VixDiskLib does not check SAN accessibility on open'),
  remedy: 'Refresh the site; use NBDSSL where the type stays unknown.',
  reject: (_context, { disk }) => {
    if (storageKind(disk.place.datastore) !== 'UNKNOWN') return null;
    return `Of what type datastore ${placeName(disk)} is, is not known.`;
  },
};
