// Goal: a proxy that may lack a disk on SCSI 0 is not counted on
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { hotaddOn } from '../../vsphere-proxies.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { hotaddFirstDiskUnknown } from '../../../../src/planner/rules/transport/hotadd-first-disk-unknown.js';

vsphereRuleTable(hotaddFirstDiskUnknown, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires when it is not known',
    facts: vsphereFacts({
      executors: [
        hotaddOn({
          controllers: [{ type: 'ParaVirtualSCSIController', busNumber: 0, freeSlots: 9, hasDisk: 'UNKNOWN' }],
        }),
      ],
    }),
    hits: ['HOTADD executor:hotadd-1'],
  },
  {
    name: 'fires for a controller of unknown type',
    facts: vsphereFacts({
      executors: [
        hotaddOn({ controllers: [{ type: 'TomorrowController', busNumber: 0, freeSlots: 9, hasDisk: 'YES' }] }),
      ],
    }),
    hits: ['HOTADD executor:hotadd-1'],
  },
  {
    name: 'does not fire without a disk',
    facts: vsphereFacts({
      executors: [
        hotaddOn({ controllers: [{ type: 'ParaVirtualSCSIController', busNumber: 0, freeSlots: 9, hasDisk: 'NO' }] }),
      ],
    }),
    hits: [],
  },
]);
