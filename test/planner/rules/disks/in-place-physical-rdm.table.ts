// Goal: a LUN that a guest owns is not overwritten
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceFacts, targetDisk } from '../../in-place-facts.js';
import { pointDisk } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { inPlacePhysicalRdm } from '../../../../src/planner/rules/disks/in-place-physical-rdm.js';

vsphereRuleTable(inPlacePhysicalRdm, [
  { name: 'is silent for a healthy restore in place', facts: inPlaceFacts(), hits: [] },
  {
    name: 'fires for the physical mapping alone',
    facts: inPlaceFacts(
      {},
      {
        disks: [
          targetDisk(pointDisk(0, {}), { rdmMode: 'virtualMode' }),
          targetDisk(pointDisk(1, {}), { rdmMode: 'physicalMode' }),
        ],
      },
    ),
    hits: ['disk:2001'],
  },
]);
