// Goal: media of the old host are named
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceFacts } from '../../in-place-facts.js';
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { guestDeviceMediaLeftOut } from '../../../../src/planner/rules/guest/device-media-left-out.js';

function withDevice(type: string) {
  return { hostBoundDevices: [{ deviceKey: 13000, type, label: 'Device' }] };
}

vsphereRuleTable(guestDeviceMediaLeftOut, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  { name: 'fires for VirtualFloppy', facts: vsphereFacts({ machine: withDevice('VirtualFloppy') }), hits: ['vm'] },
  { name: 'does not fire for VirtualUSB', facts: vsphereFacts({ machine: withDevice('VirtualUSB') }), hits: [] },
  { name: 'does not fire in place', facts: inPlaceFacts({ machine: withDevice('VirtualFloppy') }), hits: [] },
]);
