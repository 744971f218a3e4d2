// Goal: SAN is never used on VVol [S06]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { sanVvol } from '../../../../src/planner/rules/transport/san-vvol.js';

vsphereRuleTable(sanVvol, [
  { name: 'does not fire on VMFS', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for the disk on VVol alone',
    facts: vsphereFacts({
      datastores: [{}, { type: 'VVOL' }],
      placement: {
        disks: [{ deviceKey: 2001, datastoreId: 'datastore-12', provisioning: 'AS_CAPTURED', policyId: null }],
      },
    }),
    hits: ['SAN disk:2001'],
  },
]);
