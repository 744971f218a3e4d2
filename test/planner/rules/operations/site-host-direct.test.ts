// Goal: what a host cannot do is told
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { siteHostDirect } from '../../../../src/planner/rules/operations/site-host-direct.js';

vsphereRuleTable(siteHostDirect, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  { name: 'fires for a host', facts: vsphereFacts({ site: { kind: 'ESXI' } }), hits: ['vm'] },
]);
