// Goal: a point read by half an answer is bad
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { changeTrackingPagesIncomplete } from '../../../../src/planner/rules/disks/pages-incomplete.js';

import { tracked } from '../../change-tracking.js';

vsphereRuleTable(changeTrackingPagesIncomplete, [
  { name: 'is silent for a healthy restore', facts: vsphereFacts(), hits: [] },
  { name: 'is silent for a sound lineage', facts: vsphereFacts({ disks: [tracked({})] }), hits: [] },
  {
    name: 'fires for the disk with half an answer alone',
    facts: vsphereFacts({ disks: [tracked({ sumsToCapacity: 'NO' }), tracked({})] }),
    hits: ['disk:2000'],
  },
  {
    name: 'fires for the first reading too',
    facts: vsphereFacts({ disks: [tracked({ sumsToCapacity: 'NO', coverage: 'ALLOCATED' })] }),
    hits: ['disk:2000'],
  },
]);
