// Goal: two disks in one place are not made
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { diskPlaceDoubled } from '../../../../src/planner/rules/disks/place-doubled.js';

vsphereRuleTable(diskPlaceDoubled, [
  { name: 'is silent for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for the second',
    facts: vsphereFacts({
      disks: [{ unitNumber: 4 }, { unitNumber: 4 }, { unitNumber: 4, controllerKey: 1001, busNumber: 1 }],
    }),
    hits: ['disk:2001'],
  },
]);
