// Goal: a boot order with a hole is told
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { guestBootDiskLeftOut } from '../../../../src/planner/rules/guest/boot-disk-left-out.js';

vsphereRuleTable(guestBootDiskLeftOut, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'does not fire when all its disks come back',
    facts: vsphereFacts({ machine: { bootOrderDeviceKeys: [2001, 2000] } }),
    hits: [],
  },
  {
    name: 'fires for a disk that was not asked for',
    facts: vsphereFacts({ deviceKeys: [2001], machine: { bootOrderDeviceKeys: [2000, 2001] } }),
    hits: ['disk:2000'],
  },
]);
