// Goal: a first reading of too much is told [S30]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { changeTrackingUnallocatedToo } from '../../../../src/planner/rules/disks/unallocated-too.js';

import { tracked } from '../../change-tracking.js';

vsphereRuleTable(changeTrackingUnallocatedToo, [
  { name: 'is silent for a healthy restore', facts: vsphereFacts(), hits: [] },
  { name: 'is silent for a sound lineage', facts: vsphereFacts({ disks: [tracked({})] }), hits: [] },
  {
    name: 'fires for the first reading alone',
    facts: vsphereFacts({
      disks: [
        tracked({ snapshotBeforeEnabling: 'YES', coverage: 'ALLOCATED' }),
        tracked({ snapshotBeforeEnabling: 'UNKNOWN', coverage: 'ALLOCATED' }),
      ],
    }),
    hits: ['disk:2000'],
  },
]);
