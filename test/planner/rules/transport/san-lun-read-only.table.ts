// Goal: a LUN that may only be read is not written to
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { sanProxy, vsphereFacts } from '../../vsphere-facts.js';
import { lunFact } from '../../vsphere-proxies.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { sanLunReadOnly } from '../../../../src/planner/rules/transport/san-lun-read-only.js';

vsphereRuleTable(sanLunReadOnly, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for a LUN of the disk',
    facts: vsphereFacts({ disks: [{}], executors: [sanProxy({ luns: [lunFact({ readOnly: 'YES' })] })] }),
    hits: ['SAN disk:2000 san-1'],
  },
  {
    name: 'does not fire for a LUN of another datastore',
    facts: vsphereFacts({
      disks: [{}],
      executors: [sanProxy({ luns: [lunFact({}), lunFact({ id: 'naa.9', readOnly: 'YES' })] })],
    }),
    hits: [],
  },
  {
    name: 'does not fire on Windows, where the steps clear the flag',
    facts: vsphereFacts({
      executors: [sanProxy({ operatingSystem: 'WINDOWS', luns: [lunFact({ readOnly: 'YES' })] })],
    }),
    hits: [],
  },
  {
    name: 'leaves what is not known to another rule',
    facts: vsphereFacts({ disks: [{}], executors: [sanProxy({ luns: [lunFact({ readOnly: 'UNKNOWN' })] })] }),
    hits: [],
  },
]);
