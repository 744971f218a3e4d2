// Goal: facts of another site say nothing
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { siteIsAnother } from '../../../../src/planner/rules/operations/site-is-another.js';

vsphereRuleTable(siteIsAnother, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  { name: 'fires for another id', facts: vsphereFacts({ target: { siteId: 'site-9' } }), hits: ['vm'] },
]);
