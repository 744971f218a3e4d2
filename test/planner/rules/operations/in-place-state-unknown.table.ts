// Goal: what is not known of a VM does not pass for harmless
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceFacts } from '../../in-place-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { inPlaceStateUnknown } from '../../../../src/planner/rules/operations/in-place-state-unknown.js';

vsphereRuleTable(inPlaceStateUnknown, [
  { name: 'does not fire for a sound VM', facts: inPlaceFacts(), hits: [] },
  { name: 'fires for snapshots that nobody counted', facts: inPlaceFacts({}, { snapshotCount: null }), hits: ['vm'] },
  {
    name: 'fires for each of the others',
    facts: inPlaceFacts({}, { template: 'UNKNOWN', storageMoveRunning: 'UNKNOWN' }),
    hits: ['vm'],
  },
]);
