// Goal: why a size is larger than the files in the guest is told [S31]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { sizeBlocksOnceWritten } from '../../../../src/planner/rules/disks/blocks-once-written.js';

import { tracked } from '../../change-tracking.js';

vsphereRuleTable(sizeBlocksOnceWritten, [
  { name: 'is silent for a healthy restore', facts: vsphereFacts(), hits: [] },
  { name: 'is silent for a sound lineage', facts: vsphereFacts({ disks: [tracked({})] }), hits: [] },
  {
    name: 'fires for a first reading of a thin disk',
    facts: vsphereFacts({ disks: [tracked({ coverage: 'ALLOCATED' })] }),
    hits: ['disk:2000'],
  },
  {
    name: 'is silent for a thick one',
    facts: vsphereFacts({ disks: [{ ...tracked({ coverage: 'ALLOCATED' }), provisioning: 'THICK_LAZY_ZEROED' }] }),
    hits: [],
  },
]);
