// Goal: where policies decide about storage, an unknown fit is none
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { policyFitUnknown } from '../../../../src/planner/rules/placement/policy-fit-unknown.js';

const GOLD = {
  id: 'policy-gold',
  name: 'Gold',
  encrypts: 'NO',
  keyProviderId: null,
  compatibleDatastoreIds: null,
  contentHash: 'aa',
} as const;

vsphereRuleTable(policyFitUnknown, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for vSAN',
    facts: vsphereFacts({
      placement: { homePolicyId: 'policy-gold' },
      storagePolicies: [GOLD],
      datastores: [{ type: 'vsan' }],
    }),
    hits: ['vm'],
  },
  {
    name: 'does not fire for VMFS, which refuses no policy',
    facts: vsphereFacts({ placement: { homePolicyId: 'policy-gold' }, storagePolicies: [GOLD] }),
    hits: [],
  },
]);
