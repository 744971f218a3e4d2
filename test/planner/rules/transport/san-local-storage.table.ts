// Goal: SAN is never used for a disk on local storage [S07]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { sanLocalStorage } from '../../../../src/planner/rules/transport/san-local-storage.js';

vsphereRuleTable(sanLocalStorage, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for the local datastore alone',
    facts: vsphereFacts({
      datastores: [{}, { local: 'YES' }],
      placement: {
        disks: [{ deviceKey: 2001, datastoreId: 'datastore-12', provisioning: 'AS_CAPTURED', policyId: null }],
      },
    }),
    hits: ['SAN disk:2001'],
  },
  {
    name: 'leaves what is not known to another rule',
    facts: vsphereFacts({
      datastores: [{}, { local: 'UNKNOWN' }],
      placement: {
        disks: [{ deviceKey: 2001, datastoreId: 'datastore-12', provisioning: 'AS_CAPTURED', policyId: null }],
      },
    }),
    hits: [],
  },
]);
