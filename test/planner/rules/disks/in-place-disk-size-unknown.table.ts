// Goal: a disk of unknown size is not overwritten
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceFacts, targetDisk } from '../../in-place-facts.js';
import { pointDisk } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { inPlaceDiskSizeUnknown } from '../../../../src/planner/rules/disks/in-place-disk-size-unknown.js';

vsphereRuleTable(inPlaceDiskSizeUnknown, [
  { name: 'is silent for a healthy restore in place', facts: inPlaceFacts(), hits: [] },
  {
    name: 'fires for the unknown one alone',
    facts: inPlaceFacts(
      {},
      { disks: [targetDisk(pointDisk(0, {}), {}), targetDisk(pointDisk(1, {}), { capacityBytes: null })] },
    ),
    hits: ['disk:2001'],
  },
]);
