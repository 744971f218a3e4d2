// Goal: independent disks do not go through the library
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceFacts, targetDisk } from '../../in-place-facts.js';
import { pointDisk, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { vddkIndependentDisk } from '../../../../src/planner/rules/transport/vddk-independent-disk.js';

vsphereRuleTable(vddkIndependentDisk, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for both independent modes alone',
    facts: vsphereFacts({
      disks: [{ diskMode: 'independent_persistent' }, { diskMode: 'independent_nonpersistent' }, {}],
    }),
    hits: [
      'SAN disk:2000',
      'SAN disk:2001',
      'HOTADD disk:2000',
      'HOTADD disk:2001',
      'NBDSSL disk:2000',
      'NBDSSL disk:2001',
      'NBD disk:2000',
      'NBD disk:2001',
    ],
  },
  {
    name: 'judges the disk that is overwritten',
    facts: inPlaceFacts(
      {},
      {
        disks: [targetDisk(pointDisk(0, {}), {}), targetDisk(pointDisk(1, {}), { diskMode: 'independent_persistent' })],
      },
    ),
    hits: ['SAN disk:2001', 'HOTADD disk:2001', 'NBDSSL disk:2001', 'NBD disk:2001'],
  },
  { name: 'does not fire when it is not known', facts: vsphereFacts({ disks: [{ diskMode: null }] }), hits: [] },
]);
