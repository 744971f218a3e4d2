// Goal: more disks than slots are told
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { guestTooManyDisks } from '../../../../src/planner/rules/guest/too-many-disks.js';

vsphereRuleTable(guestTooManyDisks, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'does not fire for a full controller',
    facts: vsphereFacts({ disks: Array.from({ length: 64 }, () => ({})) }),
    hits: [],
  },
  {
    name: 'fires for one more',
    facts: vsphereFacts({ disks: Array.from({ length: 65 }, () => ({})) }),
    hits: ['controller:1000'],
  },
  {
    name: 'an older kind holds fewer',
    facts: vsphereFacts({
      disks: Array.from({ length: 16 }, () => ({})),
      machine: {
        controllers: [
          { key: 1000, type: 'VirtualLsiLogicController', bus: 'SCSI', busNumber: 0, sharing: 'noSharing' },
        ],
      },
    }),
    hits: ['controller:1000'],
  },
]);
