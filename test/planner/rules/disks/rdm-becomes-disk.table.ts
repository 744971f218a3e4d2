// Goal: a mapping that becomes a disk is told
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { diskRdmBecomesDisk } from '../../../../src/planner/rules/disks/rdm-becomes-disk.js';

vsphereRuleTable(diskRdmBecomesDisk, [
  { name: 'is silent for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires with consent',
    facts: vsphereFacts({ disks: [{}, { rdmMode: 'virtualMode' }], consents: { rdmAsDisk: true } }),
    hits: ['disk:2001'],
  },
  { name: 'is silent without', facts: vsphereFacts({ disks: [{}, { rdmMode: 'virtualMode' }] }), hits: [] },
]);
