// Goal: somebody's snapshots are never deleted
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceFacts } from '../../in-place-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { inPlaceSnapshots } from '../../../../src/planner/rules/operations/in-place-snapshots.js';

vsphereRuleTable(inPlaceSnapshots, [
  { name: 'does not fire for a sound VM', facts: inPlaceFacts(), hits: [] },
  { name: 'fires for one', facts: inPlaceFacts({}, { snapshotCount: 1 }), hits: ['vm'] },
  { name: 'fires for disks to be consolidated', facts: inPlaceFacts({}, { consolidationNeeded: 'YES' }), hits: ['vm'] },
  { name: 'leaves what is not known to the other rule', facts: inPlaceFacts({}, { snapshotCount: null }), hits: [] },
]);
