// Goal: a gap in the numbering of the proxy is told [S33]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { hotaddOn } from '../../vsphere-proxies.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { hotaddProxyOutOfSequence } from '../../../../src/planner/rules/transport/hotadd-proxy-out-of-sequence.js';

vsphereRuleTable(hotaddProxyOutOfSequence, [
  { name: 'is silent for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for 3 after 0, in whatever order',
    facts: vsphereFacts({
      executors: [
        hotaddOn({
          controllers: [
            { type: 'ParaVirtualSCSIController', busNumber: 3, freeSlots: 9, hasDisk: 'YES' },
            { type: 'ParaVirtualSCSIController', busNumber: 0, freeSlots: 9, hasDisk: 'YES' },
          ],
        }),
      ],
    }),
    hits: ['executor:hotadd-1'],
  },
  {
    name: 'is silent for 0, 1, 2, 3 in whatever order',
    facts: vsphereFacts({
      executors: [
        hotaddOn({
          controllers: [
            { type: 'ParaVirtualSCSIController', busNumber: 3, freeSlots: 9, hasDisk: 'YES' },
            { type: 'ParaVirtualSCSIController', busNumber: 1, freeSlots: 9, hasDisk: 'YES' },
            { type: 'ParaVirtualSCSIController', busNumber: 0, freeSlots: 9, hasDisk: 'YES' },
            { type: 'ParaVirtualSCSIController', busNumber: 2, freeSlots: 9, hasDisk: 'YES' },
          ],
        }),
      ],
    }),
    hits: [],
  },
]);
