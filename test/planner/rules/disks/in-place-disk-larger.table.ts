// Goal: what stays beyond the captured size is told
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceFacts, targetDisk } from '../../in-place-facts.js';
import { pointDisk } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { inPlaceDiskLarger } from '../../../../src/planner/rules/disks/in-place-disk-larger.js';

vsphereRuleTable(inPlaceDiskLarger, [
  { name: 'is silent for a healthy restore in place', facts: inPlaceFacts(), hits: [] },
  {
    name: 'fires for a larger one that was confirmed',
    facts: inPlaceFacts(
      { target: { diskMapping: [{ deviceKey: 2001, targetDeviceKey: 2001 }] } },
      { disks: [targetDisk(pointDisk(0, {}), {}), targetDisk(pointDisk(1, {}), { capacityBytes: 67_108_864 + 512 })] },
    ),
    hits: ['disk:2001'],
  },
  {
    name: 'is silent for one that was not',
    facts: inPlaceFacts(
      {},
      { disks: [targetDisk(pointDisk(0, {}), {}), targetDisk(pointDisk(1, {}), { capacityBytes: 67_108_864 + 512 })] },
    ),
    hits: [],
  },
]);
