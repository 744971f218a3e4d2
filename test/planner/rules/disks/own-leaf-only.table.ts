// Goal: the parent of a linked clone stays untouched [S05]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceFacts, targetDisk } from '../../in-place-facts.js';
import { pointDisk, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { diskOwnLeafOnly } from '../../../../src/planner/rules/disks/own-leaf-only.js';

vsphereRuleTable(diskOwnLeafOnly, [
  { name: 'is silent for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for the child to overwrite alone',
    facts: inPlaceFacts(
      {},
      { disks: [targetDisk(pointDisk(0, {}), {}), targetDisk(pointDisk(1, {}), { child: 'YES' })] },
    ),
    hits: ['disk:2001'],
  },
  { name: 'is silent for base disks', facts: inPlaceFacts(), hits: [] },
]);
