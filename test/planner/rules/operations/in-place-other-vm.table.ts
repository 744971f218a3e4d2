// Goal: another VM of the same name is told
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceFacts } from '../../in-place-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { inPlaceOtherVm } from '../../../../src/planner/rules/operations/in-place-other-vm.js';

const SAME = {
  instanceUuid: '50000000-0000-0000-0000-000000000001',
  biosUuid: '42000000-0000-0000-0000-000000000001',
};
const OTHER = {
  instanceUuid: '50000000-0000-0000-0000-000000000100',
  biosUuid: '42000000-0000-0000-0000-000000000100',
};

vsphereRuleTable(inPlaceOtherVm, [
  { name: 'does not fire for the captured VM', facts: inPlaceFacts({}, SAME), hits: [] },
  {
    name: 'does not fire when one UUID agrees',
    facts: inPlaceFacts({}, { biosUuid: SAME.biosUuid.toUpperCase() }),
    hits: [],
  },
  { name: 'fires for other UUIDs', facts: inPlaceFacts({}, OTHER), hits: ['vm'] },
  {
    name: 'fires where nothing can be compared',
    facts: inPlaceFacts({}, { biosUuid: null, instanceUuid: null }),
    hits: ['vm'],
  },
]);
