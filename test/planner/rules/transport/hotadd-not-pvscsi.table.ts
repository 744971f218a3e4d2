// Goal: PVSCSI is recommended, others work [S19]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { hotaddOn } from '../../vsphere-proxies.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { hotaddNotPvscsi } from '../../../../src/planner/rules/transport/hotadd-not-pvscsi.js';

vsphereRuleTable(hotaddNotPvscsi, [
  { name: 'is silent for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires without one, and the disks still go by HotAdd',
    facts: vsphereFacts({
      executors: [
        hotaddOn({ controllers: [{ type: 'VirtualLsiLogicController', busNumber: 0, freeSlots: 9, hasDisk: 'YES' }] }),
      ],
    }),
    hits: ['executor:hotadd-1'],
  },
  {
    name: 'is silent with one among others',
    facts: vsphereFacts({
      executors: [
        hotaddOn({
          controllers: [
            { type: 'VirtualLsiLogicController', busNumber: 0, freeSlots: 9, hasDisk: 'YES' },
            { type: 'ParaVirtualSCSIController', busNumber: 1, freeSlots: 9, hasDisk: 'YES' },
          ],
        }),
      ],
    }),
    hits: [],
  },
  {
    name: 'is silent for a proxy that is not used',
    facts: vsphereFacts({
      executors: [
        hotaddOn({ controllers: [{ type: 'VirtualLsiLogicController', busNumber: 0, freeSlots: 0, hasDisk: 'YES' }] }),
      ],
    }),
    hits: [],
  },
]);
