// Goal: a disk that other VMs may have open is not overwritten
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceFacts, targetDisk } from '../../in-place-facts.js';
import { pointDisk } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { diskSharedInPlace } from '../../../../src/planner/rules/disks/shared-in-place.js';

vsphereRuleTable(diskSharedInPlace, [
  { name: 'is silent for a healthy restore in place', facts: inPlaceFacts(), hits: [] },
  {
    name: 'fires for the multi-writer disk alone',
    facts: inPlaceFacts(
      {},
      { disks: [targetDisk(pointDisk(0, {}), {}), targetDisk(pointDisk(1, {}), { sharing: 'sharingMultiWriter' })] },
    ),
    hits: ['disk:2001'],
  },
  {
    name: 'leaves what is not known to another rule',
    facts: inPlaceFacts(
      {},
      { disks: [targetDisk(pointDisk(0, {}), {}), targetDisk(pointDisk(1, {}), { sharing: null })] },
    ),
    hits: [],
  },
]);
