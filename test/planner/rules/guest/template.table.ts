// Goal: a template becomes a template again
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { guestTemplate } from '../../../../src/planner/rules/guest/template.js';

vsphereRuleTable(guestTemplate, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  { name: 'fires for a template', facts: vsphereFacts({ machine: { template: 'YES' } }), hits: ['vm'] },
]);
