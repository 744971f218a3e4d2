// Goal: a datastore that may be local is no proof of SAN [S07]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { sanLocalUnknown } from '../../../../src/planner/rules/transport/san-local-unknown.js';

vsphereRuleTable(sanLocalUnknown, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for the unknown one alone',
    facts: vsphereFacts({
      datastores: [{}, { local: 'UNKNOWN' }],
      placement: {
        disks: [{ deviceKey: 2001, datastoreId: 'datastore-12', provisioning: 'AS_CAPTURED', policyId: null }],
      },
    }),
    hits: ['SAN disk:2001'],
  },
  {
    name: 'does not fire for a local one',
    facts: vsphereFacts({
      datastores: [{}, { local: 'YES' }],
      placement: {
        disks: [{ deviceKey: 2001, datastoreId: 'datastore-12', provisioning: 'AS_CAPTURED', policyId: null }],
      },
    }),
    hits: [],
  },
]);
