import { formatBytes } from '../../../domain/units.js';
import { spaceByDatastore } from '../../vsphere/space-by-datastore.js';
import { own } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const datastoreTooSmall: VsphereRule = {
  kind: 'FINDING',
  id: 'datastore.too-small',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'A datastore has too little free space',
  statements: [],
  citation: own('Space at the target'),
  remedy: 'Free space on the datastore, or place disks on another one.',
  check: (context) => {
    const { datastores } = context.site;
    return [...spaceByDatastore(context)].flatMap(([datastoreId, { least: bytes }]) => {
      const datastore = datastores?.byId.get(datastoreId);
      if (datastore === undefined || datastore.freeBytes === null || datastore.freeBytes >= bytes) return [];
      const free = formatBytes(datastore.freeBytes);
      return [
        {
          subject: `datastore:${datastore.name}`,
          explanation: `The restore needs ${formatBytes(bytes)} on ${datastore.name}, which has ${free} free.`,
        },
      ];
    });
  },
};
