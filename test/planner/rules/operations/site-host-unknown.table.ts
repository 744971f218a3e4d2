// Goal: a host of which nobody knows its master is not free
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { siteHostUnknown } from '../../../../src/planner/rules/operations/site-host-unknown.js';

vsphereRuleTable(siteHostUnknown, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for a host that did not tell',
    facts: vsphereFacts({ site: { kind: 'ESXI', about: null } }),
    hits: ['vm'],
  },
  { name: 'does not fire for a vCenter', facts: vsphereFacts({ site: { about: null } }), hits: [] },
]);
