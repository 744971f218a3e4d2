// Goal: what is bound to the TPM is told as lost [S43] [S45]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { encryptedFacts, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { vtpmSecretsLost } from '../../../../src/planner/rules/nvram/vtpm-secrets-lost.js';

vsphereRuleTable(vtpmSecretsLost, [
  { name: 'does not fire without a vTPM', facts: vsphereFacts(), hits: [] },
  { name: 'does not fire while its NVRAM comes back', facts: encryptedFacts(), hits: [] },
  {
    name: 'fires when the NVRAM does not open',
    facts: encryptedFacts({ point: { recrypts: [{ kind: 'DEEP', at: '2026-05-04T01:05:00.000Z' }] } }),
    hits: ['vtpm'],
  },
  {
    name: 'leaves secrets that are known to be bound to it to a louder rule',
    facts: encryptedFacts({ machine: { tpmBoundSecrets: 'YES' }, consents: { newVtpm: true } }),
    hits: [],
  },
  { name: 'fires for a new vTPM', facts: encryptedFacts({ consents: { newVtpm: true } }), hits: ['vtpm'] },
]);
