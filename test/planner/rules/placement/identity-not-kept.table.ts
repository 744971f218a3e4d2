// Goal: an identity that was not kept cannot come back
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { identityNotKept } from '../../../../src/planner/rules/placement/identity-not-kept.js';

vsphereRuleTable(identityNotKept, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  { name: 'fires without a BIOS UUID', facts: vsphereFacts({ machine: { biosUuid: null } }), hits: ['vm'] },
  {
    name: 'does not fire for a copy',
    facts: vsphereFacts({ target: { purpose: 'COPY' }, machine: { biosUuid: null } }),
    hits: [],
  },
]);
