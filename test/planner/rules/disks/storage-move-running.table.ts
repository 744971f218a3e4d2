// Goal: a VM that is being moved is not overwritten [S01]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceFacts } from '../../in-place-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { inPlaceStorageMoveRunning } from '../../../../src/planner/rules/disks/storage-move-running.js';

vsphereRuleTable(inPlaceStorageMoveRunning, [
  { name: 'is silent for a healthy restore in place', facts: inPlaceFacts(), hits: [] },
  { name: 'fires while it is moved', facts: inPlaceFacts({}, { storageMoveRunning: 'YES' }), hits: ['vm'] },
  {
    name: 'is silent when that is not known: PrepareForAccess waits for it',
    facts: inPlaceFacts({}, { storageMoveRunning: 'UNKNOWN' }),
    hits: [],
  },
]);
