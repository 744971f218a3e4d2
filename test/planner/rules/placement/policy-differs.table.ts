// Goal: a policy is known by name and content
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { policyDiffers } from '../../../../src/planner/rules/placement/policy-differs.js';

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

vsphereRuleTable(policyDiffers, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for other content',
    facts: vsphereFacts({ point: { storagePolicies: [{ ...CAPTURED, contentHash: 'bb' }] }, storagePolicies: [GOLD] }),
    hits: ['vm'],
  },
  {
    name: 'does not fire for the same content',
    facts: vsphereFacts({ point: { storagePolicies: [CAPTURED] }, storagePolicies: [GOLD] }),
    hits: [],
  },
]);
