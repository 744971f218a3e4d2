// Goal: what may be tied to the old UUID is told
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { guestBiosUuidTieUnknown } from '../../../../src/planner/rules/guest/bios-uuid-tie-unknown.js';

vsphereRuleTable(guestBiosUuidTieUnknown, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for a copy of which nobody knows',
    facts: vsphereFacts({ target: { purpose: 'COPY' }, machine: { boundToBiosUuid: 'UNKNOWN' } }),
    hits: ['vm'],
  },
  {
    name: 'does not fire for a replacement',
    facts: vsphereFacts({ machine: { boundToBiosUuid: 'UNKNOWN' } }),
    hits: [],
  },
]);
