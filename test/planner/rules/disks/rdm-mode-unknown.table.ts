// Goal: a mapping of unknown kind is not taken for a disk
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { diskRdmModeUnknown } from '../../../../src/planner/rules/disks/rdm-mode-unknown.js';

vsphereRuleTable(diskRdmModeUnknown, [
  { name: 'is silent for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for a new word',
    facts: vsphereFacts({ disks: [{}, { rdmMode: 'tomorrowMode' }] }),
    hits: ['disk:2001'],
  },
  {
    name: 'is silent for known ones',
    facts: vsphereFacts({ disks: [{ rdmMode: 'physicalMode' }, { rdmMode: 'virtualMode' }] }),
    hits: [],
  },
]);
