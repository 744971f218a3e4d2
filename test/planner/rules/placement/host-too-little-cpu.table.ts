// Goal: reserved processor speed must be free
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { hostTooLittleCpu } from '../../../../src/planner/rules/placement/host-too-little-cpu.js';

vsphereRuleTable(hostTooLittleCpu, [
  { name: 'does not fire for a healthy host', facts: vsphereFacts(), hits: [] },
  {
    name: 'does not fire when just enough is free',
    facts: vsphereFacts({ machine: { cpuReservationMhz: 80_000 } }),
    hits: [],
  },
  {
    name: 'fires for one MHz more',
    facts: vsphereFacts({ machine: { cpuReservationMhz: 80_001 }, hosts: [{}, { freeCpuMhz: 90_000 }] }),
    hits: ['esx-1'],
  },
  {
    name: 'does not fire without power-on',
    facts: vsphereFacts({ target: { powerOn: false }, machine: { cpuReservationMhz: 80_001 } }),
    hits: [],
  },
]);
