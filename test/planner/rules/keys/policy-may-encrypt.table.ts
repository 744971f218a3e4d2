// Goal: a policy that may encrypt is not put on what was clear
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { encryptedFacts, vsphereFacts, ENCRYPTION_POLICY } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { policyMayEncrypt } from '../../../../src/planner/rules/keys/policy-may-encrypt.js';

vsphereRuleTable(policyMayEncrypt, [
  {
    name: 'does not fire for a clear VM without policies',
    facts: vsphereFacts({ storagePolicies: [{ ...ENCRYPTION_POLICY, encrypts: 'UNKNOWN' }] }),
    hits: [],
  },
  {
    name: 'does not fire for one that does not encrypt',
    facts: vsphereFacts({
      placement: { homePolicyId: 'policy-enc' },
      storagePolicies: [{ ...ENCRYPTION_POLICY, encrypts: 'NO' }],
    }),
    hits: [],
  },
  {
    name: 'fires for one of which nobody knows',
    facts: vsphereFacts({
      placement: { homePolicyId: 'policy-enc' },
      storagePolicies: [{ ...ENCRYPTION_POLICY, encrypts: 'UNKNOWN' }],
    }),
    hits: ['vm'],
  },
  {
    name: 'does not fire for an encrypted VM, which has a rule for it',
    facts: encryptedFacts({ storagePolicies: [{ ...ENCRYPTION_POLICY, encrypts: 'UNKNOWN' }] }),
    hits: [],
  },
]);
