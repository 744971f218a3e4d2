// Goal: the same name may demand something else
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { encryptedFacts, vsphereFacts, ENCRYPTION_POLICY } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { keyPolicyContentDiffers } from '../../../../src/planner/rules/keys/policy-content-differs.js';

vsphereRuleTable(keyPolicyContentDiffers, [
  { name: 'does not fire for a clear VM', facts: vsphereFacts(), hits: [] },
  {
    name: 'does not fire for the same content',
    facts: encryptedFacts({
      point: { storagePolicies: [captured('hash-1')] },
      storagePolicies: [{ ...ENCRYPTION_POLICY, contentHash: 'hash-1' }],
    }),
    hits: [],
  },
  {
    name: 'fires for other content that still encrypts',
    facts: encryptedFacts({
      point: { storagePolicies: [captured('hash-1')] },
      storagePolicies: [{ ...ENCRYPTION_POLICY, contentHash: 'hash-2' }],
    }),
    hits: ['vm'],
  },
  {
    name: 'leaves one that does not encrypt to its own rule',
    facts: encryptedFacts({ storagePolicies: [{ ...ENCRYPTION_POLICY, encrypts: 'NO' }] }),
    hits: [],
  },
]);

function captured(contentHash: string) {
  return {
    scope: 'HOME',
    deviceKey: null,
    policyId: 'policy-enc',
    policyName: 'VM Encryption Policy',
    encrypts: 'YES',
    contentHash,
  } as const;
}
