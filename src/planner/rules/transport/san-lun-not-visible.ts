import { tips } from '../citations.js';
import type { TransportRule } from '../rule.js';

export const sanLunNotVisible: TransportRule = {
  kind: 'TRANSPORT',
  scope: 'DISK_AND_EXECUTOR',
  transports: ['SAN'],
  id: 'san.lun-not-visible',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'A proxy does not see a LUN of the datastore',
  statements: ['S09'],
  citation: tips('VixDiskLib does not check SAN accessibility on open'),
  remedy: 'Zone and map the LUN to the proxy, or use NBDSSL.',
  reject: (_context, { disk, executor }) => {
    const { luns } = executor;
    const wanted = disk.place.datastore?.lunIds ?? null;
    if (luns === null || wanted === null) return null;
    const hidden = wanted.filter((lun) => !luns.has(lun));
    return hidden.length === 0
      ? null
      : `Executor ${executor.name} does not see ${hidden.join(', ')} of datastore ${disk.place.datastore?.name}.`;
  },
};
