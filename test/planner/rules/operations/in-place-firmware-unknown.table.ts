// Goal: a guest is not overwritten by one whose firmware nobody knows
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceFacts } from '../../in-place-facts.js';
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { inPlaceFirmwareUnknown } from '../../../../src/planner/rules/operations/in-place-firmware-unknown.js';

vsphereRuleTable(inPlaceFirmwareUnknown, [
  { name: 'does not fire for a sound VM', facts: inPlaceFacts(), hits: [] },
  {
    name: 'fires for a point of unknown firmware',
    facts: inPlaceFacts({ point: { firmware: 'UNKNOWN' } }, { firmware: 'EFI' }),
    hits: ['power-on'],
  },
  {
    name: 'leaves the VM that stands there to another rule',
    facts: inPlaceFacts({ point: { firmware: 'UNKNOWN' } }),
    hits: [],
  },
  { name: 'does not fire for a new VM', facts: vsphereFacts({ point: { firmware: 'UNKNOWN' } }), hits: [] },
]);
