// Goal: reserved memory must be free to the byte
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { hostTooLittleMemory } from '../../../../src/planner/rules/placement/host-too-little-memory.js';

vsphereRuleTable(hostTooLittleMemory, [
  { name: 'does not fire for a healthy host', facts: vsphereFacts(), hits: [] },
  {
    name: 'does not fire when it is free to the byte',
    facts: vsphereFacts({ machine: { memoryReservationMiB: 4096 }, hosts: [{ freeMemoryBytes: 4096 * 1024 ** 2 }] }),
    hits: [],
  },
  {
    name: 'fires for one byte less',
    facts: vsphereFacts({
      machine: { memoryReservationMiB: 4096 },
      hosts: [{ freeMemoryBytes: 4096 * 1024 ** 2 - 1 }, {}],
    }),
    hits: ['esx-1'],
  },
  {
    name: 'does not fire without power-on',
    facts: vsphereFacts({
      target: { powerOn: false },
      machine: { memoryReservationMiB: 4096 },
      hosts: [{ freeMemoryBytes: 0 }],
    }),
    hits: [],
  },
]);
