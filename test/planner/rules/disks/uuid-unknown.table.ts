// Goal: a disk that comes back under another serial number is told
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { diskUuidUnknown } from '../../../../src/planner/rules/disks/uuid-unknown.js';

vsphereRuleTable(diskUuidUnknown, [
  { name: 'is silent for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for the disk without UUID alone',
    facts: vsphereFacts({ disks: [{}, { uuid: null }] }),
    hits: ['disk:2001'],
  },
]);
