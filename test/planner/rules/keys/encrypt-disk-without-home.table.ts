// Goal: no disk is encrypted without its home
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { keyEncryptDiskWithoutHome } from '../../../../src/planner/rules/keys/encrypt-disk-without-home.js';

vsphereRuleTable(keyEncryptDiskWithoutHome, [
  { name: 'does not fire for a clear VM', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for a disk alone',
    facts: vsphereFacts({
      placement: {
        homePolicyId: null,
        disks: [{ deviceKey: 2001, datastoreId: null, provisioning: 'AS_CAPTURED', policyId: 'policy-enc' }],
      },
      consents: { encrypt: true },
    }),
    hits: ['disk:2001'],
  },
  {
    name: 'does not fire with the home',
    facts: vsphereFacts({
      placement: {
        homePolicyId: 'policy-enc',
        disks: [{ deviceKey: 2001, datastoreId: null, provisioning: 'AS_CAPTURED', policyId: 'policy-enc' }],
      },
      consents: { encrypt: true },
    }),
    hits: [],
  },
]);
