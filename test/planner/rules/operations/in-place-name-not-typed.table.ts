// Goal: a VM is overwritten only on purpose
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceFacts } from '../../in-place-facts.js';
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { inPlaceNameNotTyped } from '../../../../src/planner/rules/operations/in-place-name-not-typed.js';

vsphereRuleTable(inPlaceNameNotTyped, [
  { name: 'does not fire for a sound VM', facts: inPlaceFacts(), hits: [] },
  {
    name: 'fires without a name',
    facts: inPlaceFacts({ target: { mode: 'IN_PLACE', machineId: 'vm-101', typedName: null } }),
    hits: ['vm'],
  },
  { name: 'fires for another spelling', facts: inPlaceFacts({ target: { typedName: 'Web-01' } }), hits: ['vm'] },
  { name: 'does not fire for a new VM', facts: vsphereFacts(), hits: [] },
]);
