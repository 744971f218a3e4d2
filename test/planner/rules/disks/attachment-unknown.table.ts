// Goal: a disk on which another product may work is not overwritten on trust
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceFacts, targetDisk } from '../../in-place-facts.js';
import { pointDisk } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { diskAttachmentUnknown } from '../../../../src/planner/rules/disks/attachment-unknown.js';

vsphereRuleTable(diskAttachmentUnknown, [
  { name: 'is silent for a healthy restore in place', facts: inPlaceFacts(), hits: [] },
  {
    name: 'fires for the unknown one alone',
    facts: inPlaceFacts(
      {},
      {
        disks: [
          targetDisk(pointDisk(0, {}), { attachedElsewhere: 'YES' }),
          targetDisk(pointDisk(1, {}), { attachedElsewhere: 'UNKNOWN' }),
        ],
      },
    ),
    hits: ['disk:2001'],
  },
]);
