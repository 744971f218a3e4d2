// Goal: own boot keys are not in a generic NVRAM [S43]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { itemsWith } from '../../facts-builder.js';
import { encryptedFacts, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { nvramCustomSecureBootKeys } from '../../../../src/planner/rules/nvram/custom-secure-boot-keys.js';

vsphereRuleTable(nvramCustomSecureBootKeys, [
  {
    name: 'does not fire for a clear VM with its NVRAM',
    facts: vsphereFacts({ point: { firmware: 'EFI', secureBoot: 'YES' }, machine: { secureBootKeys: 'CUSTOM' } }),
    hits: [],
  },
  {
    name: 'does not fire with default keys',
    facts: encryptedFacts({
      point: { recrypts: [{ kind: 'DEEP', at: '2026-05-04T01:05:00.000Z' }] },
      consents: { leaveNvram: true },
    }),
    hits: [],
  },
  {
    name: 'fires with own keys',
    facts: encryptedFacts({
      point: { recrypts: [{ kind: 'DEEP', at: '2026-05-04T01:05:00.000Z' }] },
      machine: { secureBootKeys: 'CUSTOM' },
      consents: { leaveNvram: true },
    }),
    hits: ['nvram'],
  },
  {
    name: 'does not fire with Secure Boot off',
    facts: encryptedFacts({
      point: { recrypts: [{ kind: 'DEEP', at: '2026-05-04T01:05:00.000Z' }], secureBoot: 'NO' },
      machine: { secureBootKeys: 'CUSTOM' },
      consents: { leaveNvram: true },
    }),
    hits: [],
  },
  {
    name: 'fires for a clear VM whose NVRAM was not saved',
    facts: vsphereFacts({
      point: {
        firmware: 'EFI',
        secureBoot: 'YES',
        items: itemsWith({
          KEY_ID: 'NOT_PRESENT',
          ENCRYPTION_BUNDLE: 'NOT_PRESENT',
          VTPM: 'NOT_PRESENT',
          NVRAM: 'NOT_CAPTURED',
        }),
      },
      machine: { secureBootKeys: 'CUSTOM' },
    }),
    hits: ['nvram'],
  },
]);
