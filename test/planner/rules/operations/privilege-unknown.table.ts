// Goal: a privilege that nobody asked about is not held
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceFacts } from '../../in-place-facts.js';
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { sitePrivilegeUnknown } from '../../../../src/planner/rules/operations/privilege-unknown.js';

vsphereRuleTable(sitePrivilegeUnknown, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  { name: 'fires when nobody asked', facts: vsphereFacts({ site: { privileges: null } }), hits: ['vm'] },
  {
    name: 'fires in place too',
    facts: inPlaceFacts({ site: { ...inPlaceFacts().site, privileges: null } }),
    hits: ['vm'],
  },
]);
