import { tips } from '../citations.js';
import type { TransportRule } from '../rule.js';

export const sanLunVisibilityUnknown: TransportRule = {
  kind: 'TRANSPORT',
  scope: 'DISK_AND_EXECUTOR',
  transports: ['SAN'],
  id: 'san.lun-visibility-unknown',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Nobody knows whether a proxy sees the LUNs of the datastore',
  statements: ['S07', 'S09'],
  citation: tips('VixDiskLib does not check SAN accessibility on open'),
  remedy: 'Let the proxy look for its LUNs again and refresh the site; a disk that opens is no proof.',
  reject: (_context, { disk, executor }) => {
    const lunIds = disk.place.datastore?.lunIds ?? null;
    if (lunIds === null || lunIds.length === 0) {
      return `The LUNs of datastore ${disk.place.datastore?.name ?? disk.place.id ?? 'of the disk'} are not known.`;
    }
    return executor.luns === null ? `Which LUNs executor ${executor.name} sees is not known.` : null;
  },
};
