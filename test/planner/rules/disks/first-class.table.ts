// Goal: the identity of a first class disk is lost, and that is told
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceFacts } from '../../in-place-facts.js';
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { diskFirstClass } from '../../../../src/planner/rules/disks/first-class.js';

vsphereRuleTable(diskFirstClass, [
  { name: 'is silent for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for the first class disk alone',
    facts: vsphereFacts({ disks: [{}, { firstClassDiskId: 'fcd-1' }] }),
    hits: ['disk:2001'],
  },
  {
    name: 'is silent in place, where it keeps its identity',
    facts: inPlaceFacts({ disks: [{ firstClassDiskId: 'fcd-1' }] }),
    hits: [],
  },
]);
