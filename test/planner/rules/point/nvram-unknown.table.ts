// Goal: an unknown NVRAM is never good [S42]
// Method: a table of facts with the exact subjects that the rule must name, alone and in a whole plan.
import { encryptedFacts, healthyFacts, withItems, withPoint } from '../../facts-builder.js';
import { ruleTable } from '../../rule-table.js';
import { nvramUnknown } from '../../../../src/planner/rules/point/nvram-unknown.js';

ruleTable(nvramUnknown, [
  { name: 'fires on UEFI', facts: withItems(encryptedFacts(), { NVRAM: 'UNKNOWN' }), subjects: ['nvram'] },
  {
    name: 'fires when the facts do not list it',
    facts: withPoint(encryptedFacts(), { items: [] }),
    subjects: ['nvram'],
  },
  {
    name: 'silent on BIOS, which starts without',
    facts: withItems(healthyFacts(), { NVRAM: 'UNKNOWN' }),
    subjects: [],
  },
  { name: 'silent when saved', facts: encryptedFacts(), subjects: [] },
]);
