// Goal: a guest id that nobody knows fits no host
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceFacts } from '../../in-place-facts.js';
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { hostGuestUnknown } from '../../../../src/planner/rules/placement/host-guest-unknown.js';

vsphereRuleTable(hostGuestUnknown, [
  { name: 'does not fire for a healthy host', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for the host that was not asked',
    facts: vsphereFacts({ hosts: [{ guestIds: null }, {}] }),
    hits: ['esx-1'],
  },
  {
    name: 'fires for every host when the point does not tell',
    facts: vsphereFacts({ machine: { guestId: null }, hosts: [{}, {}] }),
    hits: ['esx-1', 'esx-2'],
  },
  { name: 'does not fire in place', facts: inPlaceFacts({ hosts: [{ guestIds: null }] }), hits: [] },
]);
