// Goal: a point read without the fence is told [S01]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { pointFenceNotHeld } from '../../../../src/planner/rules/disks/fence-not-held.js';

vsphereRuleTable(pointFenceNotHeld, [
  { name: 'is silent for a healthy restore', facts: vsphereFacts(), hits: [] },
  { name: 'fires without the fence', facts: vsphereFacts({ point: { fence: 'NOT_HELD' } }), hits: ['vm'] },
  { name: 'is silent when nobody kept it', facts: vsphereFacts({ point: { fence: 'UNKNOWN' } }), hits: [] },
]);
