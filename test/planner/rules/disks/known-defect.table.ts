// Goal: a point captured under a published defect is not trusted
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { changeTrackingKnownDefect } from '../../../../src/planner/rules/disks/known-defect.js';

import { tracked } from '../../change-tracking.js';

vsphereRuleTable(changeTrackingKnownDefect, [
  { name: 'is silent for a healthy restore', facts: vsphereFacts(), hits: [] },
  { name: 'is silent for a sound lineage', facts: vsphereFacts({ disks: [tracked({})] }), hits: [] },
  {
    name: 'fires for the disk that a defect covers, also one of tomorrow',
    facts: vsphereFacts({
      disks: [
        tracked({}),
        tracked({ knownDefects: ['esxi-6.0-consolidation'] }),
        tracked({ knownDefects: ['tomorrow'] }),
      ],
    }),
    hits: ['disk:2001', 'disk:2002'],
  },
  {
    name: 'is silent when the disk was read whole',
    facts: vsphereFacts({ disks: [tracked({ knownDefects: ['esxi-6.0-consolidation'], coverage: 'WHOLE_DISK' })] }),
    hits: [],
  },
]);
