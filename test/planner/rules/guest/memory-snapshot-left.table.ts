// Goal: snapshots with memory are told as left behind
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { guestMemorySnapshotLeft } from '../../../../src/planner/rules/guest/memory-snapshot-left.js';

vsphereRuleTable(guestMemorySnapshotLeft, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  { name: 'fires for one', facts: vsphereFacts({ machine: { memoryState: 'YES' } }), hits: ['vm'] },
  {
    name: 'leaves a suspended VM to the other rule',
    facts: vsphereFacts({ machine: { memoryState: 'YES', powerState: 'suspended' } }),
    hits: [],
  },
]);
