// Goal: a point read by an answer of unknown length is not trusted
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { changeTrackingPagesUnknown } from '../../../../src/planner/rules/disks/pages-unknown.js';

import { tracked } from '../../change-tracking.js';

vsphereRuleTable(changeTrackingPagesUnknown, [
  { name: 'is silent for a healthy restore', facts: vsphereFacts(), hits: [] },
  { name: 'is silent for a sound lineage', facts: vsphereFacts({ disks: [tracked({})] }), hits: [] },
  {
    name: 'fires for the unknown one alone',
    facts: vsphereFacts({ disks: [tracked({ sumsToCapacity: 'UNKNOWN' }), tracked({ sumsToCapacity: 'NO' })] }),
    hits: ['disk:2000'],
  },
  {
    name: 'is silent when the disk was read whole',
    facts: vsphereFacts({ disks: [tracked({ sumsToCapacity: 'UNKNOWN', coverage: 'WHOLE_DISK' })] }),
    hits: [],
  },
]);
