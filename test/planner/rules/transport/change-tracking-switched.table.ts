// Goal: switching change tracking off is told [S04]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceFacts } from '../../in-place-facts.js';
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { changeTrackingSwitchedOff } from '../../../../src/planner/rules/transport/change-tracking-switched.js';

vsphereRuleTable(changeTrackingSwitchedOff, [
  { name: 'is silent for a healthy restore', facts: vsphereFacts(), hits: [] },
  { name: 'fires in place', facts: inPlaceFacts(), hits: ['vm'] },
  {
    name: 'fires when nobody knows whether it is on',
    facts: inPlaceFacts({}, { changeTracking: 'UNKNOWN' }),
    hits: ['vm'],
  },
  { name: 'is silent when it is off', facts: inPlaceFacts({}, { changeTracking: 'NO' }), hits: [] },
]);
