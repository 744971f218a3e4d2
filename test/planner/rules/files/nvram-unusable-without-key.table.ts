// Goal: an NVRAM whose key chain is broken is a loss [S38] [S41]
// Method: a table of facts with the exact subjects that the rule must name, alone and in a whole plan.
import { encryptedFacts, healthyFacts, withItems } from '../../facts-builder.js';
import { ruleTable } from '../../rule-table.js';
import { nvramUnusableWithoutKey } from '../../../../src/planner/rules/files/nvram-unusable-without-key.js';

ruleTable(nvramUnusableWithoutKey, [
  {
    name: 'fires without the bundle',
    facts: withItems(encryptedFacts(), { ENCRYPTION_BUNDLE: 'NOT_CAPTURED' }),
    subjects: ['nvram'],
  },
  {
    name: 'fires without the key id',
    facts: withItems(encryptedFacts(), { KEY_ID: 'NOT_CAPTURED' }),
    subjects: ['nvram'],
  },
  {
    name: 'fires when the bundle is unknown',
    facts: withItems(encryptedFacts(), { ENCRYPTION_BUNDLE: 'UNKNOWN' }),
    subjects: ['nvram'],
  },
  { name: 'silent on a whole chain', facts: encryptedFacts(), subjects: [] },
  { name: 'silent on a clear VM, which has neither and loses nothing', facts: healthyFacts(), subjects: [] },
  {
    name: 'silent without an NVRAM: another rule speaks',
    facts: withItems(encryptedFacts(), { NVRAM: 'NOT_CAPTURED', KEY_ID: 'NOT_CAPTURED' }),
    subjects: [],
  },
]);
