// Goal: a time bomb of licences is told before the copy starts
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { guestBiosUuidChanges } from '../../../../src/planner/rules/guest/bios-uuid-changes.js';

vsphereRuleTable(guestBiosUuidChanges, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for a copy of a guest that is tied',
    facts: vsphereFacts({ target: { purpose: 'COPY' }, machine: { boundToBiosUuid: 'YES' } }),
    hits: ['vm'],
  },
  {
    name: 'does not fire for a replacement, which keeps it',
    facts: vsphereFacts({ machine: { boundToBiosUuid: 'YES' } }),
    hits: [],
  },
  {
    name: 'does not fire for a copy of one that is not tied',
    facts: vsphereFacts({ target: { purpose: 'COPY' } }),
    hits: [],
  },
]);
