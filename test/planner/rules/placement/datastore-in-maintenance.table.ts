// Goal: a datastore that is emptied takes nothing
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { datastoreInMaintenance } from '../../../../src/planner/rules/placement/datastore-in-maintenance.js';

vsphereRuleTable(datastoreInMaintenance, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for one in maintenance',
    facts: vsphereFacts({ datastores: [{ maintenance: 'inMaintenance' }] }),
    hits: ['datastore:vmfs-a'],
  },
  {
    name: 'fires for one that enters it',
    facts: vsphereFacts({
      datastores: [{}, { maintenance: 'enteringMaintenance' }],
      placement: {
        disks: [{ deviceKey: 2001, datastoreId: 'datastore-12', provisioning: 'AS_CAPTURED', policyId: null }],
      },
    }),
    hits: ['datastore:vmfs-b'],
  },
  {
    name: 'leaves a word that nobody knows to the other rule',
    facts: vsphereFacts({ datastores: [{ maintenance: 'dreaming' }] }),
    hits: [],
  },
]);
