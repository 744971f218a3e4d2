// Goal: boot keys that nobody looked at may be own ones [S43]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { encryptedFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { nvramSecureBootKeysNotKnown } from '../../../../src/planner/rules/nvram/secure-boot-keys-not-known.js';

vsphereRuleTable(nvramSecureBootKeysNotKnown, [
  {
    name: 'does not fire while the NVRAM comes back',
    facts: encryptedFacts({ machine: { secureBootKeys: 'UNKNOWN' } }),
    hits: [],
  },
  {
    name: 'fires once it does not',
    facts: encryptedFacts({
      point: { recrypts: [{ kind: 'DEEP', at: '2026-05-04T01:05:00.000Z' }] },
      machine: { secureBootKeys: 'UNKNOWN' },
      consents: { leaveNvram: true },
    }),
    hits: ['nvram'],
  },
  {
    name: 'fires for own keys where nobody knows of Secure Boot',
    facts: encryptedFacts({
      point: { recrypts: [{ kind: 'DEEP', at: '2026-05-04T01:05:00.000Z' }], secureBoot: 'UNKNOWN' },
      machine: { secureBootKeys: 'CUSTOM' },
      consents: { leaveNvram: true },
    }),
    hits: ['nvram'],
  },
  {
    name: 'does not fire with Secure Boot off',
    facts: encryptedFacts({
      point: { recrypts: [{ kind: 'DEEP', at: '2026-05-04T01:05:00.000Z' }], secureBoot: 'NO' },
      machine: { secureBootKeys: 'UNKNOWN' },
      consents: { leaveNvram: true },
    }),
    hits: [],
  },
]);
