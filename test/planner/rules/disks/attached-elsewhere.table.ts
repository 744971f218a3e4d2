// Goal: a disk on which another product works is not overwritten
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceFacts, targetDisk } from '../../in-place-facts.js';
import { pointDisk } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { diskAttachedElsewhere } from '../../../../src/planner/rules/disks/attached-elsewhere.js';

vsphereRuleTable(diskAttachedElsewhere, [
  { name: 'is silent for a healthy restore in place', facts: inPlaceFacts(), hits: [] },
  {
    name: 'fires for the attached one alone',
    facts: inPlaceFacts(
      {},
      {
        disks: [
          targetDisk(pointDisk(0, {}), { attachedElsewhere: 'UNKNOWN' }),
          targetDisk(pointDisk(1, {}), { attachedElsewhere: 'YES' }),
        ],
      },
    ),
    hits: ['disk:2001'],
  },
]);
