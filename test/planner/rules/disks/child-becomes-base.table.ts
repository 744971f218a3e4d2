// Goal: a clone becomes a full VM [S05]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceFacts } from '../../in-place-facts.js';
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { diskChildBecomesBase } from '../../../../src/planner/rules/disks/child-becomes-base.js';

vsphereRuleTable(diskChildBecomesBase, [
  { name: 'is silent for a healthy restore', facts: vsphereFacts(), hits: [] },
  { name: 'fires for the child alone', facts: vsphereFacts({ disks: [{}, { child: 'YES' }] }), hits: ['disk:2001'] },
  { name: 'is silent in place', facts: inPlaceFacts({ disks: [{ child: 'YES' }] }), hits: [] },
]);
