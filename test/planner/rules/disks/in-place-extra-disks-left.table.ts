// Goal: disks that stay as they are are named
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceFacts, targetDisk } from '../../in-place-facts.js';
import { pointDisk } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { inPlaceExtraDisksLeft } from '../../../../src/planner/rules/disks/in-place-extra-disks-left.js';

vsphereRuleTable(inPlaceExtraDisksLeft, [
  { name: 'is silent for a healthy restore in place', facts: inPlaceFacts(), hits: [] },
  {
    name: 'fires with consent',
    facts: inPlaceFacts(
      { consents: { leaveExtraDisks: true } },
      {
        disks: [
          targetDisk(pointDisk(0, {}), {}),
          targetDisk(pointDisk(1, {}), {}),
          targetDisk(pointDisk(2, {}), { label: 'New disk' }),
        ],
      },
    ),
    hits: ['vm'],
  },
  {
    name: 'is silent without',
    facts: inPlaceFacts(
      {},
      {
        disks: [
          targetDisk(pointDisk(0, {}), {}),
          targetDisk(pointDisk(1, {}), {}),
          targetDisk(pointDisk(2, {}), { label: 'New disk' }),
        ],
      },
    ),
    hits: [],
  },
  { name: 'is silent with consent to nothing', facts: inPlaceFacts({ consents: { leaveExtraDisks: true } }), hits: [] },
]);
