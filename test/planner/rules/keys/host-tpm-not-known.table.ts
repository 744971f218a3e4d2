// Goal: a TPM that nobody saw does not count
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { encryptedFacts, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { hostTpmNotKnown } from '../../../../src/planner/rules/keys/host-tpm-not-known.js';

vsphereRuleTable(hostTpmNotKnown, [
  { name: 'does not reject for a clear VM', facts: vsphereFacts({ hosts: [{ tpm: 'UNKNOWN' }] }), hits: [] },
  { name: 'does not reject where none is wanted', facts: encryptedFacts({ hosts: [{ tpm: 'UNKNOWN' }] }), hits: [] },
  {
    name: 'rejects where one is wanted',
    facts: encryptedFacts({ keyProviders: [{ tpmRequired: 'YES' }], hosts: [{ tpm: 'UNKNOWN' }] }),
    hits: ['esx-1'],
  },
  {
    name: 'rejects where nobody knows whether one is wanted',
    facts: encryptedFacts({ keyProviders: [{ tpmRequired: 'UNKNOWN' }], hosts: [{ tpm: 'NO' }, { tpm: 'YES' }] }),
    hits: ['esx-1'],
  },
]);
