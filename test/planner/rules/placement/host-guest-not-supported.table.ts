// Goal: a guest system that the host does not know is told
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceFacts } from '../../in-place-facts.js';
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { hostGuestNotSupported } from '../../../../src/planner/rules/placement/host-guest-not-supported.js';

vsphereRuleTable(hostGuestNotSupported, [
  { name: 'does not fire for a healthy host', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for one that is not in its list',
    facts: vsphereFacts({ machine: { guestId: 'tomorrowGuest' }, hosts: [{}, { guestIds: ['tomorrowGuest'] }] }),
    hits: ['esx-1'],
  },
  {
    name: 'does not fire in place: nothing is made',
    facts: inPlaceFacts({ machine: { guestId: 'tomorrowGuest' } }),
    hits: [],
  },
  {
    name: 'leaves a list that nobody read to the other rule',
    facts: vsphereFacts({ hosts: [{ guestIds: null }] }),
    hits: [],
  },
]);
