// Goal: a guest that could not start is told before it is overwritten
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceFacts } from '../../in-place-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { inPlaceFirmwareDiffers } from '../../../../src/planner/rules/operations/in-place-firmware-differs.js';

vsphereRuleTable(inPlaceFirmwareDiffers, [
  { name: 'does not fire for a sound VM', facts: inPlaceFacts(), hits: [] },
  { name: 'fires for EFI over BIOS', facts: inPlaceFacts({}, { firmware: 'EFI' }), hits: ['power-on'] },
  { name: 'leaves what is not known to others', facts: inPlaceFacts({}, { firmware: 'UNKNOWN' }), hits: [] },
]);
