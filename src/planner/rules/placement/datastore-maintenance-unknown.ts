import { usedDatastores } from '../../vsphere/used-datastores.js';
import { vim } from '../citations.js';
import type { VsphereRule } from '../rule.js';

const KNOWN: ReadonlySet<string> = new Set(['normal', 'inMaintenance', 'enteringMaintenance']);

export const datastoreMaintenanceUnknown: VsphereRule = {
  kind: 'FINDING',
  id: 'datastore.maintenance-unknown',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Nobody knows whether a datastore is in maintenance mode',
  statements: [],
  citation: vim('DatastoreSummary.maintenanceMode'),
  remedy: 'Refresh the site; a word that is new is looked up by hand.',
  check: (context) =>
    usedDatastores(context)
      .filter(({ maintenance }) => !KNOWN.has(maintenance))
      .map(({ name, maintenance }) => ({
        subject: `datastore:${name}`,
        explanation: `The maintenance mode of datastore ${name} is "${maintenance}".`,
      })),
};
