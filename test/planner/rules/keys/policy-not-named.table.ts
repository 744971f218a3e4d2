// Goal: an encrypted part needs a policy named [S44]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { encryptedFacts, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { keyPolicyNotNamed } from '../../../../src/planner/rules/keys/policy-not-named.js';

vsphereRuleTable(keyPolicyNotNamed, [
  { name: 'does not fire for a clear VM', facts: vsphereFacts(), hits: [] },
  { name: 'does not fire when the capture noted them', facts: encryptedFacts(), hits: [] },
  {
    name: 'fires when the VM had none',
    facts: encryptedFacts({ point: { storagePolicies: [] } }),
    hits: ['vm', 'disk:2000', 'disk:2001'],
  },
  {
    name: 'does not fire where the request names one',
    facts: encryptedFacts({ point: { storagePolicies: [] }, placement: { homePolicyId: 'policy-enc' } }),
    hits: ['disk:2000', 'disk:2001'],
  },
  {
    name: 'does not fire when nobody looked, which is another case',
    facts: encryptedFacts({ point: { storagePolicies: null } }),
    hits: [],
  },
]);
