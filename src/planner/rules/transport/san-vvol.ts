import { tips } from '../citations.js';
import type { TransportRule } from '../rule.js';

export const sanVvol: TransportRule = {
  kind: 'TRANSPORT',
  scope: 'DISK',
  transports: ['SAN'],
  id: 'san.vvol',
  grade: 'BLOCKS',
  effect: 'BLOCKS',
  title: 'SAN is not possible on a VVol datastore',
  statements: ['S06'],
  citation: tips('SAN transport is not supported on VVol datastores'),
  remedy: 'Use HotAdd or NBDSSL, or place the disk on a VMFS datastore.',
  reject: (_context, { disk }) => {
    const { datastore } = disk.place;
    return datastore?.type.toUpperCase() === 'VVOL' ? `Datastore ${datastore.name} is a VVol datastore.` : null;
  },
};
