// Goal: a device of a new kind is named
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceFacts } from '../../in-place-facts.js';
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { guestDeviceOtherLeftOut } from '../../../../src/planner/rules/guest/device-other-left-out.js';

function withDevice(type: string) {
  return { hostBoundDevices: [{ deviceKey: 13000, type, label: 'Device' }] };
}

vsphereRuleTable(guestDeviceOtherLeftOut, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  { name: 'fires for VirtualTomorrow', facts: vsphereFacts({ machine: withDevice('VirtualTomorrow') }), hits: ['vm'] },
  { name: 'does not fire for VirtualUSB', facts: vsphereFacts({ machine: withDevice('VirtualUSB') }), hits: [] },
  { name: 'does not fire in place', facts: inPlaceFacts({ machine: withDevice('VirtualTomorrow') }), hits: [] },
]);
