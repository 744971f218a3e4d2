// Goal: a lost vTPM is a loss [S43]
// Method: a table of facts with the exact subjects that the rule must name, alone and in a whole plan.
import { encryptedFacts, healthyFacts, withItems } from '../../facts-builder.js';
import { ruleTable } from '../../rule-table.js';
import { vtpmStateLost } from '../../../../src/planner/rules/files/vtpm-state-lost.js';

ruleTable(vtpmStateLost, [
  {
    name: 'fires without the NVRAM',
    facts: withItems(encryptedFacts(), { NVRAM: 'NOT_CAPTURED' }),
    subjects: ['vtpm'],
  },
  {
    name: 'fires without the bundle',
    facts: withItems(encryptedFacts(), { ENCRYPTION_BUNDLE: 'NOT_CAPTURED' }),
    subjects: ['vtpm'],
  },
  {
    name: 'fires when the NVRAM is unknown',
    facts: withItems(encryptedFacts(), { NVRAM: 'UNKNOWN' }),
    subjects: ['vtpm'],
  },
  { name: 'silent on a whole chain', facts: encryptedFacts(), subjects: [] },
  { name: 'silent without a vTPM', facts: healthyFacts(), subjects: [] },
]);
