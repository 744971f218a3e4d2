import { spaceByDatastore } from '../../vsphere/space-by-datastore.js';
import { own } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const datastoreSpaceUnknown: VsphereRule = {
  kind: 'FINDING',
  id: 'datastore.space-unknown',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Nobody knows how much space a datastore has',
  statements: [],
  citation: own('Space at the target'),
  remedy: 'Refresh the site, so that its datastores tell their free space.',
  check: (context) => {
    const { datastores, name } = context.site;
    return [...spaceByDatastore(context).keys()].flatMap((datastoreId) => {
      const datastore = datastores?.byId.get(datastoreId);
      // One that the site does not list is told as a contradiction.
      if (datastores !== null && (datastore === undefined || datastore.freeBytes !== null)) return [];
      const subject = `datastore:${datastore?.name ?? datastoreId}`;
      return [{ subject, explanation: `The free space of ${datastore?.name ?? datastoreId} on ${name} is not known.` }];
    });
  },
};
