// Goal: a word that nobody knows is no readiness
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { datastoreMaintenanceUnknown } from '../../../../src/planner/rules/placement/datastore-maintenance-unknown.js';

vsphereRuleTable(datastoreMaintenanceUnknown, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for a new word',
    facts: vsphereFacts({ datastores: [{ maintenance: 'dreaming' }] }),
    hits: ['datastore:vmfs-a'],
  },
  {
    name: 'does not fire for the known ones',
    facts: vsphereFacts({ datastores: [{ maintenance: 'inMaintenance' }] }),
    hits: [],
  },
]);
