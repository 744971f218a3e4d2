// Goal: native 4K and 512 do not mix
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { diskSectorSizeDiffers } from '../../../../src/planner/rules/disks/sector-size-differs.js';

vsphereRuleTable(diskSectorSizeDiffers, [
  { name: 'is silent for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for a 4 KiB disk on 512',
    facts: vsphereFacts({ datastores: [{ logicalSectorBytes: 512 }], disks: [{}, { logicalSectorBytes: 4096 }] }),
    hits: ['disk:2001'],
  },
  {
    name: 'fires for a 512 disk on 4 KiB',
    facts: vsphereFacts({ datastores: [{ logicalSectorBytes: 4096 }], disks: [{ logicalSectorBytes: 4096 }, {}] }),
    hits: ['disk:2001'],
  },
  {
    name: 'leaves what is not known to another rule',
    facts: vsphereFacts({ datastores: [{ logicalSectorBytes: null }], disks: [{}, { logicalSectorBytes: null }] }),
    hits: [],
  },
]);
