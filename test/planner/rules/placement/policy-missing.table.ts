// Goal: a policy that does not come along is told
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceFacts } from '../../in-place-facts.js';
import { encryptedFacts, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { policyMissing } from '../../../../src/planner/rules/placement/policy-missing.js';

const GOLD = {
  id: 'policy-gold',
  name: 'Gold',
  encrypts: 'NO',
  keyProviderId: null,
  compatibleDatastoreIds: null,
  contentHash: 'aa',
} as const;
const CAPTURED = {
  scope: 'HOME',
  deviceKey: null,
  policyId: 'policy-1',
  policyName: 'Gold',
  encrypts: 'NO',
  contentHash: 'aa',
} as const;

vsphereRuleTable(policyMissing, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  { name: 'fires for the home', facts: vsphereFacts({ point: { storagePolicies: [CAPTURED] } }), hits: ['vm'] },
  {
    name: 'does not fire when one of that name and content is there',
    facts: vsphereFacts({ point: { storagePolicies: [CAPTURED] }, storagePolicies: [GOLD] }),
    hits: [],
  },
  { name: 'leaves what was encrypted to the rules of keys', facts: encryptedFacts({ storagePolicies: [] }), hits: [] },
  { name: 'does not fire in place', facts: inPlaceFacts({ point: { storagePolicies: [CAPTURED] } }), hits: [] },
]);
