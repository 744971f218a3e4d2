import { usedDatastores } from '../../vsphere/used-datastores.js';
import { vim } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const datastoreInMaintenance: VsphereRule = {
  kind: 'FINDING',
  id: 'datastore.in-maintenance',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'A datastore is in maintenance mode or enters it',
  statements: [],
  citation: vim('DatastoreSummary.maintenanceMode'),
  remedy: 'Take the datastore out of maintenance mode, or place home and disks on another one.',
  check: (context) =>
    usedDatastores(context)
      .filter(({ maintenance }) => maintenance === 'inMaintenance' || maintenance === 'enteringMaintenance')
      .map(({ name, maintenance }) => ({
        subject: `datastore:${name}`,
        explanation: `Datastore ${name} is ${maintenance}.`,
      })),
};
