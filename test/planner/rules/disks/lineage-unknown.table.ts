// Goal: a point whose lineage nobody kept is not trusted
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { changeTrackingLineageUnknown } from '../../../../src/planner/rules/disks/lineage-unknown.js';

import { tracked } from '../../change-tracking.js';

vsphereRuleTable(changeTrackingLineageUnknown, [
  { name: 'is silent for a healthy restore', facts: vsphereFacts(), hits: [] },
  { name: 'is silent for a sound lineage', facts: vsphereFacts({ disks: [tracked({})] }), hits: [] },
  {
    name: 'fires for the unknown ones alone',
    facts: vsphereFacts({
      disks: [tracked({}), tracked({ uuidContinues: 'UNKNOWN' }), tracked({ coverage: 'UNKNOWN' })],
    }),
    hits: ['disk:2001', 'disk:2002'],
  },
  {
    name: 'is silent for a first reading',
    facts: vsphereFacts({ disks: [tracked({ uuidContinues: 'UNKNOWN', coverage: 'ALLOCATED' })] }),
    hits: [],
  },
]);
