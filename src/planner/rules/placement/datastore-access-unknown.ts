import { usedDatastores } from '../../vsphere/used-datastores.js';
import { vim } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const datastoreAccessUnknown: VsphereRule = {
  kind: 'FINDING',
  id: 'datastore.access-unknown',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Nobody knows whether a datastore can be reached',
  statements: [],
  citation: vim('DatastoreSummary.accessible'),
  remedy: 'Refresh the site.',
  check: (context) =>
    usedDatastores(context)
      .filter(({ accessible }) => accessible === 'UNKNOWN')
      .map(({ name }) => ({
        subject: `datastore:${name}`,
        explanation: `Whether datastore ${name} can be reached is not known.`,
      })),
};
