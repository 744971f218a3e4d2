// Goal: what a vApp held is told
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { guestVApp } from '../../../../src/planner/rules/guest/vapp.js';

vsphereRuleTable(guestVApp, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for a VM of a vApp',
    facts: vsphereFacts({ machine: { vApp: { ownConfig: 'YES', parentName: 'shop' } } }),
    hits: ['vm'],
  },
]);
