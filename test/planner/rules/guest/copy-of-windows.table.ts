// Goal: a doubled SID is told
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { guestCopyOfWindows } from '../../../../src/planner/rules/guest/copy-of-windows.js';

vsphereRuleTable(guestCopyOfWindows, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for a copy of Windows',
    facts: vsphereFacts({ target: { purpose: 'COPY' }, machine: { guestId: 'windows2022srvNext_64Guest' } }),
    hits: ['vm'],
  },
  {
    name: 'does not fire for a replacement',
    facts: vsphereFacts({ machine: { guestId: 'windows2022srvNext_64Guest' } }),
    hits: [],
  },
  { name: 'does not fire for a copy of Linux', facts: vsphereFacts({ target: { purpose: 'COPY' } }), hits: [] },
]);
