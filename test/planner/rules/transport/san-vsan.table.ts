// Goal: SAN is never used on vSAN
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { sanVsan } from '../../../../src/planner/rules/transport/san-vsan.js';

vsphereRuleTable(sanVsan, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for the disk on vSAN alone, however it is spelt',
    facts: vsphereFacts({
      datastores: [{}, { type: 'vsan' }],
      placement: {
        disks: [{ deviceKey: 2001, datastoreId: 'datastore-12', provisioning: 'AS_CAPTURED', policyId: null }],
      },
    }),
    hits: ['SAN disk:2001'],
  },
  {
    name: 'does not fire for VVol, which is another rule',
    facts: vsphereFacts({
      datastores: [{}, { type: 'VVOL' }],
      placement: {
        disks: [{ deviceKey: 2001, datastoreId: 'datastore-12', provisioning: 'AS_CAPTURED', policyId: null }],
      },
    }),
    hits: [],
  },
  {
    name: 'does not fire for a type that nobody knows',
    facts: vsphereFacts({
      datastores: [{}, { type: 'TOMORROW' }],
      placement: {
        disks: [{ deviceKey: 2001, datastoreId: 'datastore-12', provisioning: 'AS_CAPTURED', policyId: null }],
      },
    }),
    hits: [],
  },
]);
