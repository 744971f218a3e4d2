// Goal: a proxy that does not see a LUN does not write to it [S09]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { sanProxy, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { sanLunNotVisible } from '../../../../src/planner/rules/transport/san-lun-not-visible.js';

vsphereRuleTable(sanLunNotVisible, [
  { name: 'does not fire when every LUN is seen', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires when one extent is hidden',
    facts: vsphereFacts({
      disks: [{}],
      executors: [sanProxy({})],
      datastores: [{ lunIds: ['naa.6000000000000001', 'naa.6000000000000002'] }],
    }),
    hits: ['SAN disk:2000 san-1'],
  },
  {
    name: 'leaves what is not known to another rule',
    facts: vsphereFacts({ executors: [sanProxy({ luns: null })] }),
    hits: [],
  },
]);
