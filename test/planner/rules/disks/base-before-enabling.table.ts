// Goal: a change id from before enabling is never used [S32]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { changeTrackingBaseBeforeEnabling } from '../../../../src/planner/rules/disks/base-before-enabling.js';

import { tracked } from '../../change-tracking.js';

vsphereRuleTable(changeTrackingBaseBeforeEnabling, [
  { name: 'is silent for a healthy restore', facts: vsphereFacts(), hits: [] },
  { name: 'is silent for a sound lineage', facts: vsphereFacts({ disks: [tracked({})] }), hits: [] },
  {
    name: 'fires for changes since an older snapshot alone',
    facts: vsphereFacts({ disks: [tracked({ snapshotBeforeEnabling: 'YES' }), tracked({})] }),
    hits: ['disk:2000'],
  },
  {
    name: 'is silent for the first reading',
    facts: vsphereFacts({ disks: [tracked({ snapshotBeforeEnabling: 'YES', coverage: 'ALLOCATED' })] }),
    hits: [],
  },
]);
