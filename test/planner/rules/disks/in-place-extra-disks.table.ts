// Goal: disks added since are not passed over in silence
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceFacts, targetDisk } from '../../in-place-facts.js';
import { pointDisk } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { inPlaceExtraDisks } from '../../../../src/planner/rules/disks/in-place-extra-disks.js';

vsphereRuleTable(inPlaceExtraDisks, [
  { name: 'is silent for a healthy restore in place', facts: inPlaceFacts(), hits: [] },
  {
    name: 'fires for a disk that was added',
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
    hits: ['vm'],
  },
  {
    name: 'fires for one without UUID',
    facts: inPlaceFacts(
      {},
      {
        disks: [
          targetDisk(pointDisk(0, {}), {}),
          targetDisk(pointDisk(1, {}), {}),
          targetDisk(pointDisk(2, {}), { uuid: null }),
        ],
      },
    ),
    hits: ['vm'],
  },
  {
    name: 'is silent with consent',
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
    hits: [],
  },
  {
    name: 'is silent for a disk of the point that was not asked for',
    facts: inPlaceFacts({ deviceKeys: [2000] }),
    hits: [],
  },
]);
