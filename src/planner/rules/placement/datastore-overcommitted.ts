import { formatBytes } from '../../../domain/units.js';
import { spaceByDatastore } from '../../vsphere/space-by-datastore.js';
import { own } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const datastoreOvercommitted: VsphereRule = {
  kind: 'FINDING',
  id: 'datastore.overcommitted',
  grade: 'WARNS',
  effect: 'NONE',
  title: 'Thin disks of the VM could outgrow a datastore',
  statements: [],
  citation: own('Space at the target'),
  remedy: 'Watch the datastore, or place the disks where they fit whole: a full datastore stops every VM on it.',
  check: (context) =>
    [...spaceByDatastore(context)].flatMap(([datastoreId, { most, grown }]) => {
      const datastore = context.site.datastores?.byId.get(datastoreId);
      const free = datastore?.freeBytes ?? null;
      if (datastore === undefined || free === null || free < most || free >= grown) return [];
      const needs = `Grown whole, what is restored needs ${formatBytes(grown)}`;
      const explanation = `${needs} on ${datastore.name}, which has ${formatBytes(free)} free.`;
      return [{ subject: `datastore:${datastore.name}`, explanation }];
    }),
};
