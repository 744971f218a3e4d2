import { usedDatastores } from '../../vsphere/used-datastores.js';
import { vim } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const datastoreNotAccessible: VsphereRule = {
  kind: 'FINDING',
  id: 'datastore.not-accessible',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'A datastore that the VM needs cannot be reached',
  statements: [],
  citation: vim('DatastoreSummary.accessible'),
  remedy: 'Bring the datastore back, or place home and disks on another one.',
  check: (context) =>
    usedDatastores(context)
      .filter(({ accessible }) => accessible === 'NO')
      .map(({ name }) => ({ subject: `datastore:${name}`, explanation: `No host reaches datastore ${name}.` })),
};
