import { formatBytes } from '../../../domain/units.js';
import { spaceByDatastore } from '../../vsphere/space-by-datastore.js';
import { own } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const datastoreMayNotSuffice: VsphereRule = {
  kind: 'FINDING',
  id: 'datastore.may-not-suffice',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Nobody knows whether the free space of a datastore suffices',
  statements: [],
  citation: own('Space at the target'),
  remedy: 'Free space until the larger figure fits, or place disks on another datastore.',
  check: (context) =>
    [...spaceByDatastore(context)].flatMap(([datastoreId, { least, most }]) => {
      const datastore = context.site.datastores?.byId.get(datastoreId);
      const free = datastore?.freeBytes ?? null;
      if (datastore === undefined || free === null || free < least || free >= most) return [];
      const needs = `between ${formatBytes(least)} and ${formatBytes(most)}`;
      const explanation = `The restore needs ${needs} on ${datastore.name}, which has ${formatBytes(free)} free.`;
      return [{ subject: `datastore:${datastore.name}`, explanation }];
    }),
};
