// Goal: no policy drops encryption silently [S44]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { encryptedFacts, vsphereFacts, ENCRYPTION_POLICY } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { keyPolicyDropsEncryption } from '../../../../src/planner/rules/keys/policy-drops-encryption.js';

vsphereRuleTable(keyPolicyDropsEncryption, [
  {
    name: 'does not fire for a clear VM',
    facts: vsphereFacts({ storagePolicies: [{ ...ENCRYPTION_POLICY, encrypts: 'NO' }] }),
    hits: [],
  },
  { name: 'does not fire for one that encrypts', facts: encryptedFacts(), hits: [] },
  {
    name: 'fires for one of the same name that does not',
    facts: encryptedFacts({ storagePolicies: [{ ...ENCRYPTION_POLICY, encrypts: 'NO' }] }),
    hits: ['vm', 'disk:2000', 'disk:2001'],
  },
  {
    name: 'fires for the one disk for which another was asked for',
    facts: encryptedFacts({
      storagePolicies: [ENCRYPTION_POLICY, { ...ENCRYPTION_POLICY, id: 'gold', name: 'Gold', encrypts: 'NO' }],
      placement: { disks: [{ deviceKey: 2001, datastoreId: null, provisioning: 'AS_CAPTURED', policyId: 'gold' }] },
    }),
    hits: ['disk:2001'],
  },
  {
    name: 'does not fire once it shall come back clear',
    facts: encryptedFacts({ consents: { clear: true }, storagePolicies: [{ ...ENCRYPTION_POLICY, encrypts: 'NO' }] }),
    hits: [],
  },
]);
