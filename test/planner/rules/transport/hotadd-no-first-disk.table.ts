// Goal: a proxy without a disk on SCSI 0 attaches nothing
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { hotaddOn } from '../../vsphere-proxies.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { hotaddNoFirstDisk } from '../../../../src/planner/rules/transport/hotadd-no-first-disk.js';

vsphereRuleTable(hotaddNoFirstDisk, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires without a disk on controller 0',
    facts: vsphereFacts({
      executors: [
        hotaddOn({ controllers: [{ type: 'ParaVirtualSCSIController', busNumber: 0, freeSlots: 9, hasDisk: 'NO' }] }),
      ],
    }),
    hits: ['HOTADD executor:hotadd-1'],
  },
  {
    name: 'fires without a controller 0',
    facts: vsphereFacts({
      executors: [
        hotaddOn({ controllers: [{ type: 'ParaVirtualSCSIController', busNumber: 1, freeSlots: 9, hasDisk: 'YES' }] }),
      ],
    }),
    hits: ['HOTADD executor:hotadd-1'],
  },
  {
    name: 'fires when controller 0 is an IDE one',
    facts: vsphereFacts({
      executors: [
        hotaddOn({ controllers: [{ type: 'VirtualIDEController', busNumber: 0, freeSlots: 9, hasDisk: 'YES' }] }),
      ],
    }),
    hits: ['HOTADD executor:hotadd-1'],
  },
  {
    name: 'does not fire when it is not known',
    facts: vsphereFacts({
      executors: [
        hotaddOn({
          controllers: [{ type: 'ParaVirtualSCSIController', busNumber: 0, freeSlots: 9, hasDisk: 'UNKNOWN' }],
        }),
      ],
    }),
    hits: [],
  },
]);
