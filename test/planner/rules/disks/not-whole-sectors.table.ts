// Goal: a disk of broken size is not made
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { diskNotWholeSectors } from '../../../../src/planner/rules/disks/not-whole-sectors.js';

vsphereRuleTable(diskNotWholeSectors, [
  { name: 'is silent for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for half a 4 KiB sector',
    facts: vsphereFacts({ disks: [{}, { logicalSectorBytes: 4096, capacityBytes: 67_108_864 + 512 }] }),
    hits: ['disk:2001'],
  },
  {
    name: 'is silent for sectors of 512 bytes',
    facts: vsphereFacts({ disks: [{}, { capacityBytes: 67_108_864 + 512 }] }),
    hits: [],
  },
]);
