// Goal: a VM that somebody may hold is not overwritten on trust [S01]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceFacts } from '../../in-place-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { inPlaceHeldUnknown } from '../../../../src/planner/rules/disks/held-unknown.js';

vsphereRuleTable(inPlaceHeldUnknown, [
  { name: 'is silent for a healthy restore in place', facts: inPlaceFacts(), hits: [] },
  { name: 'fires when nobody asked', facts: inPlaceFacts({}, { disabledMethods: null }), hits: ['vm'] },
]);
