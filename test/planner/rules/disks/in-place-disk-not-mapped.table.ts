// Goal: a device key alone is no proof of identity
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceFacts, targetDisk } from '../../in-place-facts.js';
import { pointDisk } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { inPlaceDiskNotMapped } from '../../../../src/planner/rules/disks/in-place-disk-not-mapped.js';

vsphereRuleTable(inPlaceDiskNotMapped, [
  { name: 'is silent for a healthy restore in place', facts: inPlaceFacts(), hits: [] },
  {
    name: 'fires for a disk whose UUID is not there',
    facts: inPlaceFacts(
      {},
      { disks: [targetDisk(pointDisk(0, {}), {}), targetDisk(pointDisk(1, {}), { uuid: 'other' })] },
    ),
    hits: ['disk:2001'],
  },
  {
    name: 'fires for a disk whose UUID is there twice',
    facts: inPlaceFacts(
      {},
      {
        disks: [
          targetDisk(pointDisk(0, {}), {}),
          targetDisk(pointDisk(1, {}), {}),
          targetDisk(pointDisk(1, {}), { deviceKey: 2005 }),
        ],
      },
    ),
    hits: ['disk:2001'],
  },
  {
    name: 'is silent with a confirmed mapping',
    facts: inPlaceFacts(
      { target: { diskMapping: [{ deviceKey: 2001, targetDeviceKey: 2001 }] } },
      { disks: [targetDisk(pointDisk(0, {}), {}), targetDisk(pointDisk(1, {}), { uuid: 'other' })] },
    ),
    hits: [],
  },
]);
