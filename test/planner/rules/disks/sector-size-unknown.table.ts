// Goal: sectors of unknown size are not taken for the same
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { diskSectorSizeUnknown } from '../../../../src/planner/rules/disks/sector-size-unknown.js';

vsphereRuleTable(diskSectorSizeUnknown, [
  { name: 'is silent for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for the disk that does not tell',
    facts: vsphereFacts({ datastores: [{ logicalSectorBytes: 512 }], disks: [{}, { logicalSectorBytes: null }] }),
    hits: ['disk:2001'],
  },
  {
    name: 'fires for every disk on a datastore that does not tell',
    facts: vsphereFacts({ datastores: [{ logicalSectorBytes: null }], disks: [{}, { logicalSectorBytes: 512 }] }),
    hits: ['disk:2000', 'disk:2001'],
  },
  {
    name: 'is silent for a disk without data',
    facts: vsphereFacts({ disks: [{}, { logicalSectorBytes: null, dataState: 'NOT_CAPTURED', indexHash: null }] }),
    hits: [],
  },
]);
