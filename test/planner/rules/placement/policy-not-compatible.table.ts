// Goal: policy and datastore fit each other
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { ENCRYPTION_POLICY, encryptedFacts, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { policyNotCompatible } from '../../../../src/planner/rules/placement/policy-not-compatible.js';

const GOLD = {
  id: 'policy-gold',
  name: 'Gold',
  encrypts: 'NO',
  keyProviderId: null,
  compatibleDatastoreIds: null,
  contentHash: 'aa',
} as const;

vsphereRuleTable(policyNotCompatible, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'does not fire for a datastore that fits',
    facts: vsphereFacts({
      placement: { homePolicyId: 'policy-gold' },
      storagePolicies: [{ ...GOLD, compatibleDatastoreIds: ['datastore-11'] }],
    }),
    hits: [],
  },
  {
    name: 'fires for one that does not',
    facts: vsphereFacts({
      placement: { homePolicyId: 'policy-gold' },
      storagePolicies: [{ ...GOLD, compatibleDatastoreIds: ['datastore-12'] }],
    }),
    hits: ['vm'],
  },
  {
    name: 'fires for what was encrypted too',
    facts: encryptedFacts({ storagePolicies: [{ ...ENCRYPTION_POLICY, compatibleDatastoreIds: [] }] }),
    hits: ['vm', 'disk:2000', 'disk:2001'],
  },
  {
    name: 'does not fire where nobody checked',
    facts: vsphereFacts({ placement: { homePolicyId: 'policy-gold' }, storagePolicies: [GOLD] }),
    hits: [],
  },
]);
