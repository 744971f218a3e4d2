// Goal: shared disks are restored once
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { diskShared } from '../../../../src/planner/rules/disks/shared.js';

vsphereRuleTable(diskShared, [
  { name: 'is silent for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for the multi-writer disk alone',
    facts: vsphereFacts({ disks: [{}, { sharing: 'sharingMultiWriter' }] }),
    hits: ['disk:2001'],
  },
  {
    name: 'fires for every disk on a shared bus',
    facts: vsphereFacts({
      disks: [{}, {}],
      machine: {
        controllers: [
          { key: 1000, type: 'ParaVirtualSCSIController', bus: 'SCSI', busNumber: 0, sharing: 'virtualSharing' },
        ],
      },
    }),
    hits: ['disk:2000', 'disk:2001'],
  },
  {
    name: 'is silent for a bus of its own',
    facts: vsphereFacts({
      disks: [{}, {}],
      machine: {
        controllers: [
          { key: 1000, type: 'ParaVirtualSCSIController', bus: 'SCSI', busNumber: 0, sharing: 'noSharing' },
        ],
      },
    }),
    hits: [],
  },
]);
