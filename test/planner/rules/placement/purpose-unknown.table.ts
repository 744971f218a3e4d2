// Goal: identity is never chosen by itself
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceFacts } from '../../in-place-facts.js';
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { purposeUnknown } from '../../../../src/planner/rules/placement/purpose-unknown.js';

vsphereRuleTable(purposeUnknown, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  { name: 'fires where nobody answered', facts: vsphereFacts({ target: { purpose: 'UNKNOWN' } }), hits: ['vm'] },
  {
    name: 'does not fire in place',
    facts: inPlaceFacts({ target: { mode: 'IN_PLACE', machineId: 'vm-101', purpose: 'UNKNOWN' } }),
    hits: [],
  },
]);
