// Goal: a LUN that may be read-only is not counted on
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { sanProxy, vsphereFacts } from '../../vsphere-facts.js';
import { lunFact } from '../../vsphere-proxies.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { sanLunWriteUnknown } from '../../../../src/planner/rules/transport/san-lun-write-unknown.js';

vsphereRuleTable(sanLunWriteUnknown, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for a LUN of the disk',
    facts: vsphereFacts({ disks: [{}], executors: [sanProxy({ luns: [lunFact({ readOnly: 'UNKNOWN' })] })] }),
    hits: ['SAN disk:2000 san-1'],
  },
  {
    name: 'does not fire for a read-only one',
    facts: vsphereFacts({ disks: [{}], executors: [sanProxy({ luns: [lunFact({ readOnly: 'YES' })] })] }),
    hits: [],
  },
]);
