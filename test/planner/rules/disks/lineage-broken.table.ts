// Goal: a point after a break of the lineage is bad, one before it good
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { changeTrackingLineageBroken } from '../../../../src/planner/rules/disks/lineage-broken.js';

import { tracked } from '../../change-tracking.js';

vsphereRuleTable(changeTrackingLineageBroken, [
  { name: 'is silent for a healthy restore', facts: vsphereFacts(), hits: [] },
  { name: 'is silent for a sound lineage', facts: vsphereFacts({ disks: [tracked({})] }), hits: [] },
  {
    name: 'fires for the broken disk alone',
    facts: vsphereFacts({ disks: [tracked({}), tracked({ uuidContinues: 'NO' })] }),
    hits: ['disk:2001'],
  },
  {
    name: 'is silent when the disk was read whole',
    facts: vsphereFacts({
      disks: [
        tracked({ uuidContinues: 'NO', coverage: 'ALLOCATED' }),
        tracked({ uuidContinues: 'NO', coverage: 'WHOLE_DISK' }),
      ],
    }),
    hits: [],
  },
  {
    name: 'is silent for a disk without data',
    facts: vsphereFacts({
      disks: [{ ...tracked({ uuidContinues: 'NO' }), dataState: 'NOT_CAPTURED', indexHash: null }],
    }),
    hits: [],
  },
]);
