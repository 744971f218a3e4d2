// Goal: a mapping becomes a disk only with consent
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceFacts, targetDisk } from '../../in-place-facts.js';
import { pointDisk, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { diskRdmVirtual } from '../../../../src/planner/rules/disks/rdm-virtual.js';

vsphereRuleTable(diskRdmVirtual, [
  { name: 'is silent for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for the virtual mapping alone',
    facts: vsphereFacts({
      disks: [{ rdmMode: 'physicalMode', dataState: 'NOT_CAPTURED', indexHash: null }, { rdmMode: 'virtualMode' }],
    }),
    hits: ['disk:2001'],
  },
  {
    name: 'is silent with consent',
    facts: vsphereFacts({ disks: [{}, { rdmMode: 'virtualMode' }], consents: { rdmAsDisk: true } }),
    hits: [],
  },
  {
    name: 'is silent in place',
    facts: inPlaceFacts(
      {},
      { disks: [targetDisk(pointDisk(0, {}), {}), targetDisk(pointDisk(1, {}), { rdmMode: 'virtualMode' })] },
    ),
    hits: [],
  },
]);
