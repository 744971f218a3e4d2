// Goal: a policy that nobody read is not good [S44]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { encryptedFacts, vsphereFacts, ENCRYPTION_POLICY } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { keyPolicyNotKnown } from '../../../../src/planner/rules/keys/policy-not-known.js';

vsphereRuleTable(keyPolicyNotKnown, [
  { name: 'does not fire for a clear VM', facts: vsphereFacts({ site: { storagePolicies: null } }), hits: [] },
  { name: 'does not fire for one that encrypts', facts: encryptedFacts(), hits: [] },
  {
    name: 'fires when the target was not asked',
    facts: encryptedFacts({ site: { storagePolicies: null } }),
    hits: ['vm', 'disk:2000', 'disk:2001'],
  },
  {
    name: 'fires when the capture did not look',
    facts: encryptedFacts({ point: { storagePolicies: null } }),
    hits: ['vm', 'disk:2000', 'disk:2001'],
  },
  {
    name: 'fires when nobody knows whether it encrypts',
    facts: encryptedFacts({ storagePolicies: [{ ...ENCRYPTION_POLICY, encrypts: 'UNKNOWN' }] }),
    hits: ['vm', 'disk:2000', 'disk:2001'],
  },
]);
