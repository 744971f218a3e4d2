// Goal: hardware that the guest will miss is named
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceFacts } from '../../in-place-facts.js';
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { guestDeviceHardwareLeftOut } from '../../../../src/planner/rules/guest/device-hardware-left-out.js';

function withDevice(type: string) {
  return { hostBoundDevices: [{ deviceKey: 13000, type, label: 'Device' }] };
}

vsphereRuleTable(guestDeviceHardwareLeftOut, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for VirtualPCIPassthrough',
    facts: vsphereFacts({ machine: withDevice('VirtualPCIPassthrough') }),
    hits: ['vm'],
  },
  { name: 'does not fire for VirtualCdrom', facts: vsphereFacts({ machine: withDevice('VirtualCdrom') }), hits: [] },
  { name: 'does not fire in place', facts: inPlaceFacts({ machine: withDevice('VirtualPCIPassthrough') }), hits: [] },
]);
