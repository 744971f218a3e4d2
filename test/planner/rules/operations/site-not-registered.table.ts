// Goal: a site that nobody can ask is not known
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { siteNotRegistered } from '../../../../src/planner/rules/operations/site-not-registered.js';

vsphereRuleTable(siteNotRegistered, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  { name: 'fires for one', facts: vsphereFacts({ site: { kind: 'UNREGISTERED' } }), hits: ['vm'] },
]);
