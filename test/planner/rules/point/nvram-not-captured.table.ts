// Goal: a lost NVRAM of a UEFI VM is a loss [S42] [S43]
// Method: a table of facts with the exact subjects that the rule must name, alone and in a whole plan.
import { encryptedFacts, healthyFacts, withItems, withPoint } from '../../facts-builder.js';
import { ruleTable } from '../../rule-table.js';
import { nvramNotCaptured } from '../../../../src/planner/rules/point/nvram-not-captured.js';

ruleTable(nvramNotCaptured, [
  { name: 'fires on UEFI', facts: withItems(encryptedFacts(), { NVRAM: 'NOT_CAPTURED' }), subjects: ['nvram'] },
  {
    name: 'fires when the firmware is unknown',
    facts: withPoint(withItems(healthyFacts(), { NVRAM: 'NOT_CAPTURED' }), { firmware: 'UNKNOWN' }),
    subjects: ['nvram'],
  },
  { name: 'silent on BIOS', facts: withItems(healthyFacts(), { NVRAM: 'NOT_CAPTURED' }), subjects: [] },
  { name: 'silent when there was none', facts: withItems(encryptedFacts(), { NVRAM: 'NOT_PRESENT' }), subjects: [] },
  { name: 'silent when saved', facts: encryptedFacts(), subjects: [] },
]);
