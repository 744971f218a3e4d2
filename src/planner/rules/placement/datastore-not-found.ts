import { own } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const datastoreNotFound: VsphereRule = {
  kind: 'FINDING',
  id: 'datastore.not-found',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'No datastore was named, and the captured one is not at the target',
  statements: [],
  citation: own('Space at the target'),
  remedy: 'Name a datastore of the target for the home and for each disk that goes elsewhere.',
  check: ({ home, disks, point, site, target }) => {
    if (target.mode === 'IN_PLACE' || home.id !== null || home.how !== 'NOT_LISTED') return [];
    if (disks.length > 0 && disks.every(({ place }) => place.id !== null) && home.datastore !== null) return [];
    const captured = point.machine.homeDatastoreName ?? 'which is not recorded';
    return [{ subject: 'vm', explanation: `${site.name} has no datastore named ${captured}, or several.` }];
  },
};
