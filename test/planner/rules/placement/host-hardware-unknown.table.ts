// Goal: a hardware version that nobody knows fits no host
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { hostHardwareUnknown } from '../../../../src/planner/rules/placement/host-hardware-unknown.js';

vsphereRuleTable(hostHardwareUnknown, [
  { name: 'does not fire for a healthy host', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for the host that did not tell',
    facts: vsphereFacts({ hosts: [{ hardwareVersionMax: null }, {}] }),
    hits: ['esx-1'],
  },
  {
    name: 'fires for every host when the point does not tell',
    facts: vsphereFacts({ point: { hardwareVersion: null }, hosts: [{}, {}] }),
    hits: ['esx-1', 'esx-2'],
  },
]);
