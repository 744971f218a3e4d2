// Goal: a reading of the whole disk is told [S28]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { changeTrackingWholeDisk } from '../../../../src/planner/rules/disks/whole-disk.js';

import { tracked } from '../../change-tracking.js';

vsphereRuleTable(changeTrackingWholeDisk, [
  { name: 'is silent for a healthy restore', facts: vsphereFacts(), hits: [] },
  { name: 'is silent for a sound lineage', facts: vsphereFacts({ disks: [tracked({})] }), hits: [] },
  {
    name: 'fires for it alone',
    facts: vsphereFacts({ disks: [tracked({}), tracked({ coverage: 'WHOLE_DISK' })] }),
    hits: ['disk:2001'],
  },
]);
