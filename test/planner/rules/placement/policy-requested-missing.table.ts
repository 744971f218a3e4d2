// Goal: a policy that was named must be there
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { policyRequestedMissing } from '../../../../src/planner/rules/placement/policy-requested-missing.js';

vsphereRuleTable(policyRequestedMissing, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  { name: 'fires for the home', facts: vsphereFacts({ placement: { homePolicyId: 'policy-99' } }), hits: ['vm'] },
  {
    name: 'fires for a disk',
    facts: vsphereFacts({
      placement: {
        disks: [{ deviceKey: 2001, datastoreId: null, provisioning: 'AS_CAPTURED', policyId: 'policy-99' }],
      },
    }),
    hits: ['disk:2001'],
  },
]);
