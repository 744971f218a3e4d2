// Goal: an attestation that nobody saw does not count [S36]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { encryptedFacts, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { hostAttestationNotKnown } from '../../../../src/planner/rules/keys/host-attestation-not-known.js';

vsphereRuleTable(hostAttestationNotKnown, [
  { name: 'does not reject for a clear VM', facts: vsphereFacts({ hosts: [{ attestation: null }] }), hits: [] },
  { name: 'does not reject for another provider', facts: encryptedFacts({ hosts: [{ attestation: null }] }), hits: [] },
  {
    name: 'rejects what is not known, or a word of tomorrow',
    facts: encryptedFacts({
      keyProviders: [{ type: 'TRUST_AUTHORITY' }],
      hosts: [{ attestation: 'accepted' }, { attestation: null }, { attestation: 'pending' }],
    }),
    hits: ['esx-2', 'esx-3'],
  },
]);
