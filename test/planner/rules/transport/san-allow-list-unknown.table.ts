// Goal: a LUN on a fabric that nobody knows is not counted on
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { sanProxy, vsphereFacts } from '../../vsphere-facts.js';
import { LUN, lunFact } from '../../vsphere-proxies.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { sanAllowListUnknown } from '../../../../src/planner/rules/transport/san-allow-list-unknown.js';

vsphereRuleTable(sanAllowListUnknown, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for a fabric that is not told',
    facts: vsphereFacts({
      disks: [{}],
      executors: [sanProxy({ sanAllowList: null, luns: [lunFact({ fabric: null })] })],
    }),
    hits: ['SAN disk:2000 san-1'],
  },
  {
    name: 'fires for a new word',
    facts: vsphereFacts({
      disks: [{}],
      executors: [sanProxy({ sanAllowList: null, luns: [lunFact({ fabric: 'TOMORROW' })] })],
    }),
    hits: ['SAN disk:2000 san-1'],
  },
  {
    name: 'fires for a wildcard of a library of unknown version',
    facts: vsphereFacts({
      disks: [{}],
      executors: [sanProxy({ sanAllowList: ['naa.6*'], vddkVersion: null, luns: [lunFact({})] })],
    }),
    hits: ['SAN disk:2000 san-1'],
  },
  {
    name: 'does not fire when the list names the LUN',
    facts: vsphereFacts({
      disks: [{}],
      executors: [sanProxy({ sanAllowList: [LUN], luns: [lunFact({ fabric: null })] })],
    }),
    hits: [],
  },
]);
