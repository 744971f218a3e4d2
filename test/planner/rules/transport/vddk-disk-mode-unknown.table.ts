// Goal: a disk that may be independent is not counted on for the library
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { vddkDiskModeUnknown } from '../../../../src/planner/rules/transport/vddk-disk-mode-unknown.js';

vsphereRuleTable(vddkDiskModeUnknown, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for a mode that is not told',
    facts: vsphereFacts({ disks: [{}, { diskMode: null }] }),
    hits: ['SAN disk:2001', 'HOTADD disk:2001', 'NBDSSL disk:2001', 'NBD disk:2001'],
  },
  {
    name: 'fires for a new word',
    facts: vsphereFacts({ disks: [{ diskMode: 'tomorrow' }] }),
    hits: ['SAN disk:2000', 'HOTADD disk:2000', 'NBDSSL disk:2000', 'NBD disk:2000'],
  },
  {
    name: 'does not fire for known ones',
    facts: vsphereFacts({ disks: [{ diskMode: 'append' }, { diskMode: 'independent_persistent' }] }),
    hits: [],
  },
]);
