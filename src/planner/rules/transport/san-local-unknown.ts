import { placeName } from '../../vsphere/written-disk.js';
import { tips } from '../citations.js';
import type { TransportRule } from '../rule.js';

export const sanLocalUnknown: TransportRule = {
  kind: 'TRANSPORT',
  scope: 'DISK',
  transports: ['SAN'],
  id: 'san.local-unknown',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Nobody knows whether a datastore is local to one host',
  statements: ['S07'],
  citation: tips('With local disk, programs must explicitly request NBDSSL mode'),
  remedy: 'Refresh the site, or use NBDSSL.',
  reject: (_context, { disk }) =>
    (disk.place.datastore?.local ?? 'UNKNOWN') === 'UNKNOWN'
      ? `Whether datastore ${placeName(disk)} is local to one host is not known.`
      : null,
};
