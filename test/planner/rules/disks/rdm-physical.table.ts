// Goal: data that no snapshot holds is told as lost
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { diskRdmPhysical } from '../../../../src/planner/rules/disks/rdm-physical.js';

vsphereRuleTable(diskRdmPhysical, [
  { name: 'does not fire for plain disks', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for the physical mapping alone',
    facts: vsphereFacts({ disks: [{ rdmMode: 'virtualMode' }, { rdmMode: 'physicalMode' }] }),
    hits: ['disk:2001'],
  },
]);
