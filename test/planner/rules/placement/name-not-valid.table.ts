// Goal: a name that vSphere refuses or rewrites is told
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { placementNameNotValid } from '../../../../src/planner/rules/placement/name-not-valid.js';

vsphereRuleTable(placementNameNotValid, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  { name: 'does not fire for 80 characters', facts: vsphereFacts({ placement: { name: 'x'.repeat(80) } }), hits: [] },
  { name: 'fires for 81', facts: vsphereFacts({ placement: { name: 'x'.repeat(81) } }), hits: ['vm'] },
  { name: 'fires for none', facts: vsphereFacts({ placement: { name: ' ' } }), hits: ['vm'] },
  { name: 'fires for a slash', facts: vsphereFacts({ placement: { name: 'a/b' } }), hits: ['vm'] },
]);
