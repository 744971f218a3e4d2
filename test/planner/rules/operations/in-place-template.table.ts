// Goal: a template is not written
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceFacts } from '../../in-place-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { inPlaceTemplate } from '../../../../src/planner/rules/operations/in-place-template.js';

vsphereRuleTable(inPlaceTemplate, [
  { name: 'does not fire for a sound VM', facts: inPlaceFacts(), hits: [] },
  { name: 'fires for a template', facts: inPlaceFacts({}, { template: 'YES' }), hits: ['vm'] },
]);
