// Goal: settings that were not kept are told
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceFacts } from '../../in-place-facts.js';
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { guestExtraConfigUnknown } from '../../../../src/planner/rules/guest/extra-config-unknown.js';

vsphereRuleTable(guestExtraConfigUnknown, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires where the document is not whole',
    facts: vsphereFacts({ machine: { extraConfigKeys: null } }),
    hits: ['vm'],
  },
  { name: 'does not fire in place', facts: inPlaceFacts({ machine: { extraConfigKeys: null } }), hits: [] },
]);
