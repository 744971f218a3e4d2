// Goal: a name that may be taken is not free
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceFacts } from '../../in-place-facts.js';
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { placementNamesUnknown } from '../../../../src/planner/rules/placement/names-unknown.js';

vsphereRuleTable(placementNamesUnknown, [
  { name: 'does not fire when the VMs are told, be it none', facts: vsphereFacts(), hits: [] },
  { name: 'fires when nobody looked', facts: vsphereFacts({ site: { machines: null } }), hits: ['vm'] },
  { name: 'does not fire in place', facts: inPlaceFacts({ site: { machines: null } }), hits: [] },
]);
