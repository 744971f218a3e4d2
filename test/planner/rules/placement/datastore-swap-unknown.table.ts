// Goal: memory that nobody knows needs no zero bytes
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceFacts } from '../../in-place-facts.js';
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { datastoreSwapUnknown } from '../../../../src/planner/rules/placement/datastore-swap-unknown.js';

vsphereRuleTable(datastoreSwapUnknown, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires when the memory was not kept',
    facts: vsphereFacts({ machine: { memoryMiB: null } }),
    hits: ['datastore:vmfs-a'],
  },
  { name: 'does not fire in place', facts: inPlaceFacts({ machine: { memoryMiB: null } }), hits: [] },
]);
