// Goal: nothing that exists is overwritten
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { placementNameTaken } from '../../../../src/planner/rules/placement/name-taken.js';

vsphereRuleTable(placementNameTaken, [
  { name: 'does not fire for a free name', facts: vsphereFacts({ machines: [{}] }), hits: [] },
  {
    name: 'fires for the same name in the folder',
    facts: vsphereFacts({ machines: [{ name: 'web-01' }] }),
    hits: ['vm'],
  },
  {
    name: 'does not fire for the same name elsewhere',
    facts: vsphereFacts({ machines: [{ name: 'web-01', folderId: 'group-v9' }] }),
    hits: [],
  },
]);
