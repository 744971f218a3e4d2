// Goal: what may be a template is not powered on by luck
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { guestTemplateUnknown } from '../../../../src/planner/rules/guest/template-unknown.js';

vsphereRuleTable(guestTemplateUnknown, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  { name: 'fires where nobody told', facts: vsphereFacts({ machine: { template: 'UNKNOWN' } }), hits: ['power-on'] },
  {
    name: 'does not fire without power-on',
    facts: vsphereFacts({ target: { powerOn: false }, machine: { template: 'UNKNOWN' } }),
    hits: [],
  },
]);
