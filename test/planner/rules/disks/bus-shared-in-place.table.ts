// Goal: a VM on a shared bus is not overwritten
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceFacts } from '../../in-place-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { controllerBusSharedInPlace } from '../../../../src/planner/rules/disks/bus-shared-in-place.js';

vsphereRuleTable(controllerBusSharedInPlace, [
  { name: 'is silent for a healthy restore in place', facts: inPlaceFacts(), hits: [] },
  { name: 'fires for a shared bus', facts: inPlaceFacts({}, { sharesBus: 'YES' }), hits: ['vm'] },
  { name: 'leaves what is not known to another rule', facts: inPlaceFacts({}, { sharesBus: 'UNKNOWN' }), hits: [] },
]);
