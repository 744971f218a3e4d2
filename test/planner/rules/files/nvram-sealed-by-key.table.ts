// Goal: what opens the NVRAM is told [S38]
// Method: a table of facts with the exact subjects that the rule must name, alone and in a whole plan.
import { encryptedFacts, healthyFacts, withItems } from '../../facts-builder.js';
import { ruleTable } from '../../rule-table.js';
import { nvramSealedByKey } from '../../../../src/planner/rules/files/nvram-sealed-by-key.js';

ruleTable(nvramSealedByKey, [
  { name: 'fires on a whole chain', facts: encryptedFacts(), subjects: ['nvram'] },
  { name: 'silent on a broken one', facts: withItems(encryptedFacts(), { KEY_ID: 'NOT_CAPTURED' }), subjects: [] },
  { name: 'silent on a clear VM', facts: healthyFacts(), subjects: [] },
]);
