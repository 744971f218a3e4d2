// Goal: an independent disk without data is told with its cause
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { diskIndependent } from '../../../../src/planner/rules/disks/independent.js';

vsphereRuleTable(diskIndependent, [
  { name: 'is silent for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for both modes without data',
    facts: vsphereFacts({
      disks: [
        { diskMode: 'independent_persistent', dataState: 'NOT_CAPTURED', indexHash: null },
        { diskMode: 'independent_nonpersistent', dataState: 'NOT_CAPTURED', indexHash: null },
        { diskMode: 'persistent', dataState: 'NOT_CAPTURED', indexHash: null },
      ],
    }),
    hits: ['disk:2000', 'disk:2001'],
  },
  {
    name: 'is silent for one that was captured all the same',
    facts: vsphereFacts({ disks: [{}, { diskMode: 'independent_persistent' }] }),
    hits: [],
  },
]);
