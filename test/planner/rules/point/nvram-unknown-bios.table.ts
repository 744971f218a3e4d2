// Goal: an unknown NVRAM of a BIOS VM is told [S42]
// Method: a table of facts with the exact subjects that the rule must name, alone and in a whole plan.
import { encryptedFacts, healthyFacts, withItems } from '../../facts-builder.js';
import { ruleTable } from '../../rule-table.js';
import { nvramUnknownBios } from '../../../../src/planner/rules/point/nvram-unknown-bios.js';

ruleTable(nvramUnknownBios, [
  { name: 'fires on BIOS', facts: withItems(healthyFacts(), { NVRAM: 'UNKNOWN' }), subjects: ['nvram'] },
  {
    name: 'silent on UEFI: another rule speaks',
    facts: withItems(encryptedFacts(), { NVRAM: 'UNKNOWN' }),
    subjects: [],
  },
  { name: 'silent when saved', facts: healthyFacts(), subjects: [] },
]);
