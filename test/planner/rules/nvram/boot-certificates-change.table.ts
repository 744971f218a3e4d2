// Goal: other certificates change what the TPM measures [S43]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { encryptedFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { nvramBootCertificatesChange } from '../../../../src/planner/rules/nvram/boot-certificates-change.js';

vsphereRuleTable(nvramBootCertificatesChange, [
  {
    name: 'does not fire while the NVRAM comes back',
    facts: encryptedFacts({ machine: { secureBootCertificates: '2011' } }),
    hits: [],
  },
  {
    name: 'fires once it does not',
    facts: encryptedFacts({
      point: { recrypts: [{ kind: 'DEEP', at: '2026-05-04T01:05:00.000Z' }] },
      machine: { secureBootCertificates: '2011' },
      consents: { leaveNvram: true },
    }),
    hits: ['nvram'],
  },
  {
    name: 'fires for unknown ones where secrets are bound to the TPM',
    facts: encryptedFacts({
      point: { recrypts: [{ kind: 'DEEP', at: '2026-05-04T01:05:00.000Z' }] },
      machine: { tpmBoundSecrets: 'YES' },
      consents: { leaveNvram: true },
    }),
    hits: ['nvram'],
  },
  {
    name: 'does not fire for unknown ones else',
    facts: encryptedFacts({
      point: { recrypts: [{ kind: 'DEEP', at: '2026-05-04T01:05:00.000Z' }] },
      consents: { leaveNvram: true },
    }),
    hits: [],
  },
  {
    name: 'does not fire with Secure Boot off',
    facts: encryptedFacts({
      point: { recrypts: [{ kind: 'DEEP', at: '2026-05-04T01:05:00.000Z' }], secureBoot: 'NO' },
      machine: { secureBootCertificates: '2011' },
      consents: { leaveNvram: true },
    }),
    hits: [],
  },
]);
