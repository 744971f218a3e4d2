// Goal: a key of one provider under a policy of another is not proven [S39]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { encryptedFacts, vsphereFacts, ENCRYPTION_POLICY } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { keyPolicyNamesOtherProvider } from '../../../../src/planner/rules/keys/policy-names-other-provider.js';

vsphereRuleTable(keyPolicyNamesOtherProvider, [
  {
    name: 'does not fire for a clear VM',
    facts: vsphereFacts({ storagePolicies: [{ ...ENCRYPTION_POLICY, keyProviderId: 'kmip-b' }] }),
    hits: [],
  },
  {
    name: 'does not fire for the provider of the key',
    facts: encryptedFacts({ storagePolicies: [{ ...ENCRYPTION_POLICY, keyProviderId: 'kmip-a' }] }),
    hits: [],
  },
  {
    name: 'fires for another one',
    facts: encryptedFacts({ storagePolicies: [{ ...ENCRYPTION_POLICY, keyProviderId: 'kmip-b' }] }),
    hits: ['vm', 'disk:2000', 'disk:2001'],
  },
]);
