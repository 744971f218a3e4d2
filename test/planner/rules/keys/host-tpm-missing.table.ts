// Goal: a provider that wants a TPM gets one
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { encryptedFacts, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { hostTpmMissing } from '../../../../src/planner/rules/keys/host-tpm-missing.js';

vsphereRuleTable(hostTpmMissing, [
  { name: 'does not reject for a clear VM', facts: vsphereFacts({ hosts: [{ tpm: 'NO' }] }), hits: [] },
  { name: 'does not reject where none is wanted', facts: encryptedFacts({ hosts: [{ tpm: 'NO' }] }), hits: [] },
  {
    name: 'rejects the host without one',
    facts: encryptedFacts({ keyProviders: [{ tpmRequired: 'YES' }], hosts: [{}, { tpm: 'NO' }] }),
    hits: ['esx-2'],
  },
  {
    name: 'does not reject where nobody knows',
    facts: encryptedFacts({ keyProviders: [{ tpmRequired: 'YES' }], hosts: [{ tpm: 'UNKNOWN' }] }),
    hits: [],
  },
]);
