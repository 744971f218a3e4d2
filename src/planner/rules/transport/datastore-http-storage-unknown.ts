import { storageKind } from '../../vsphere/storage-kind.js';
import { placeName } from '../../vsphere/written-disk.js';
import { vim } from '../citations.js';
import type { TransportRule } from '../rule.js';

export const datastoreHttpStorageUnknown: TransportRule = {
  kind: 'TRANSPORT',
  scope: 'DISK',
  transports: ['DATASTORE_HTTP'],
  id: 'datastore-http.storage-unknown',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Nobody knows whether a datastore keeps disks as files',
  statements: [],
  citation: vim('HTTP access to datastores'),
  remedy: 'Refresh the site, or use another way.',
  reject: (_context, { disk }) =>
    storageKind(disk.place.datastore) === 'UNKNOWN'
      ? `Of what type datastore ${placeName(disk)} is, is not known.`
      : null,
};
