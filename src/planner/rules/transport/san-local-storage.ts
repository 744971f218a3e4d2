import { tips } from '../citations.js';
import type { TransportRule } from '../rule.js';

export const sanLocalStorage: TransportRule = {
  kind: 'TRANSPORT',
  scope: 'DISK',
  transports: ['SAN'],
  id: 'san.local-storage',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'SAN is not possible for a disk on local storage',
  statements: ['S07'],
  citation: tips('With local disk, programs must explicitly request NBDSSL mode'),
  remedy: 'Use NBDSSL, which is asked for by name, or place the disk on a shared VMFS datastore.',
  reject: (_context, { disk }) => {
    const { datastore } = disk.place;
    return datastore?.local === 'YES'
      ? `Datastore ${datastore.name} is local to one host: a disk there may open by SAN, and writing fails.`
      : null;
  },
};
