// Goal: a lost NVRAM of a BIOS VM is a note [S42]
// Method: a table of facts with the exact subjects that the rule must name, alone and in a whole plan.
import { encryptedFacts, healthyFacts, withItems } from '../../facts-builder.js';
import { ruleTable } from '../../rule-table.js';
import { nvramNotCapturedBios } from '../../../../src/planner/rules/point/nvram-not-captured-bios.js';

ruleTable(nvramNotCapturedBios, [
  { name: 'fires on BIOS', facts: withItems(healthyFacts(), { NVRAM: 'NOT_CAPTURED' }), subjects: ['nvram'] },
  { name: 'silent on UEFI', facts: withItems(encryptedFacts(), { NVRAM: 'NOT_CAPTURED' }), subjects: [] },
  { name: 'silent when saved', facts: healthyFacts(), subjects: [] },
]);
