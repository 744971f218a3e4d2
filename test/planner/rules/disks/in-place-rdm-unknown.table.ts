// Goal: a mapping of unknown kind is not overwritten
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceFacts, targetDisk } from '../../in-place-facts.js';
import { pointDisk } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { inPlaceRdmUnknown } from '../../../../src/planner/rules/disks/in-place-rdm-unknown.js';

vsphereRuleTable(inPlaceRdmUnknown, [
  { name: 'is silent for a healthy restore in place', facts: inPlaceFacts(), hits: [] },
  {
    name: 'fires for a new word alone',
    facts: inPlaceFacts(
      {},
      {
        disks: [
          targetDisk(pointDisk(0, {}), { rdmMode: 'physicalMode' }),
          targetDisk(pointDisk(1, {}), { rdmMode: 'tomorrowMode' }),
        ],
      },
    ),
    hits: ['disk:2001'],
  },
]);
