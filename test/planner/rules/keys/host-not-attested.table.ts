// Goal: a Trust Authority gives keys to attested hosts only [S36]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { encryptedFacts, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { hostNotAttested } from '../../../../src/planner/rules/keys/host-not-attested.js';

vsphereRuleTable(hostNotAttested, [
  {
    name: 'does not reject for a clear VM',
    facts: vsphereFacts({ hosts: [{ attestation: 'notAccepted' }] }),
    hits: [],
  },
  {
    name: 'does not reject for another provider',
    facts: encryptedFacts({ hosts: [{ attestation: 'notAccepted' }] }),
    hits: [],
  },
  {
    name: 'rejects the host that was not accepted',
    facts: encryptedFacts({
      keyProviders: [{ type: 'TRUST_AUTHORITY' }],
      hosts: [{ attestation: 'accepted' }, { attestation: 'notAccepted' }],
    }),
    hits: ['esx-2'],
  },
]);
