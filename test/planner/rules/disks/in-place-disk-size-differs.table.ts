// Goal: a resized disk is not overwritten unasked
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceFacts, targetDisk } from '../../in-place-facts.js';
import { pointDisk } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { inPlaceDiskSizeDiffers } from '../../../../src/planner/rules/disks/in-place-disk-size-differs.js';

vsphereRuleTable(inPlaceDiskSizeDiffers, [
  { name: 'is silent for a healthy restore in place', facts: inPlaceFacts(), hits: [] },
  {
    name: 'fires for a larger one',
    facts: inPlaceFacts(
      {},
      { disks: [targetDisk(pointDisk(0, {}), {}), targetDisk(pointDisk(1, {}), { capacityBytes: 67_108_864 + 512 })] },
    ),
    hits: ['disk:2001'],
  },
  {
    name: 'is silent for a larger one that was confirmed',
    facts: inPlaceFacts(
      { target: { diskMapping: [{ deviceKey: 2001, targetDeviceKey: 2001 }] } },
      { disks: [targetDisk(pointDisk(0, {}), {}), targetDisk(pointDisk(1, {}), { capacityBytes: 67_108_864 + 512 })] },
    ),
    hits: [],
  },
  {
    name: 'fires for a smaller one, confirmed or not',
    facts: inPlaceFacts(
      { target: { diskMapping: [{ deviceKey: 2001, targetDeviceKey: 2001 }] } },
      { disks: [targetDisk(pointDisk(0, {}), {}), targetDisk(pointDisk(1, {}), { capacityBytes: 67_108_864 - 512 })] },
    ),
    hits: ['disk:2001'],
  },
  {
    name: 'leaves what is not known to another rule',
    facts: inPlaceFacts(
      {},
      { disks: [targetDisk(pointDisk(0, {}), {}), targetDisk(pointDisk(1, {}), { capacityBytes: null })] },
    ),
    hits: [],
  },
]);
