// Goal: reservations that nobody knows are not met
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { hostCapacityUnknown } from '../../../../src/planner/rules/placement/host-capacity-unknown.js';

vsphereRuleTable(hostCapacityUnknown, [
  { name: 'does not fire for a healthy host', facts: vsphereFacts(), hits: [] },
  {
    name: 'does not fire for unknown free memory when nothing is reserved',
    facts: vsphereFacts({ hosts: [{ freeMemoryBytes: null, freeCpuMhz: null }] }),
    hits: [],
  },
  {
    name: 'does not fire for an unknown reservation when all memory of the VM would fit',
    facts: vsphereFacts({ machine: { memoryReservationMiB: null } }),
    hits: [],
  },
  {
    name: 'fires for unknown free memory when some is reserved',
    facts: vsphereFacts({ machine: { memoryReservationMiB: 1 }, hosts: [{ freeMemoryBytes: null }, {}] }),
    hits: ['esx-1'],
  },
  {
    name: 'fires for a VM of which nothing was kept',
    facts: vsphereFacts({ machine: { processorCount: null } }),
    hits: ['esx-1'],
  },
  {
    name: 'does not fire without power-on',
    facts: vsphereFacts({ target: { powerOn: false }, machine: { processorCount: null } }),
    hits: [],
  },
]);
