// Goal: memory that does not come back is a loss
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { guestSuspendedStateLost } from '../../../../src/planner/rules/guest/suspended-state-lost.js';

vsphereRuleTable(guestSuspendedStateLost, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for a suspended VM',
    facts: vsphereFacts({ machine: { powerState: 'suspended' } }),
    hits: ['power-on'],
  },
]);
