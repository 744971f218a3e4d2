// Goal: a datastore that is away takes nothing
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { datastoreNotAccessible } from '../../../../src/planner/rules/placement/datastore-not-accessible.js';

vsphereRuleTable(datastoreNotAccessible, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'names the one of a single disk',
    facts: vsphereFacts({
      datastores: [{}, { accessible: 'NO' }],
      placement: {
        disks: [{ deviceKey: 2001, datastoreId: 'datastore-12', provisioning: 'AS_CAPTURED', policyId: null }],
      },
    }),
    hits: ['datastore:vmfs-b'],
  },
  {
    name: 'does not fire for one that the restore does not use',
    facts: vsphereFacts({ datastores: [{}, { accessible: 'NO' }] }),
    hits: [],
  },
  {
    name: 'leaves what is not known to the other rule',
    facts: vsphereFacts({ datastores: [{ accessible: 'UNKNOWN' }] }),
    hits: [],
  },
]);
