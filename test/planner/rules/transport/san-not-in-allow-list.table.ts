// Goal: a LUN that the library may not use is not counted on
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { sanProxy, vsphereFacts } from '../../vsphere-facts.js';
import { LUN, lunFact } from '../../vsphere-proxies.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { sanNotInAllowList } from '../../../../src/planner/rules/transport/san-not-in-allow-list.js';

vsphereRuleTable(sanNotInAllowList, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires when the list names others',
    facts: vsphereFacts({ disks: [{}], executors: [sanProxy({ sanAllowList: ['naa.9'], luns: [lunFact({})] })] }),
    hits: ['SAN disk:2000 san-1'],
  },
  {
    name: 'does not fire when the list names it',
    facts: vsphereFacts({ disks: [{}], executors: [sanProxy({ sanAllowList: ['naa.9', LUN], luns: [lunFact({})] })] }),
    hits: [],
  },
  {
    name: 'fires for NVMe over fabrics that no list names',
    facts: vsphereFacts({
      disks: [{}],
      executors: [sanProxy({ sanAllowList: null, luns: [lunFact({ fabric: 'NVME_OF' })] })],
    }),
    hits: ['SAN disk:2000 san-1'],
  },
  {
    name: 'does not fire for NVMe over fabrics that the list names',
    facts: vsphereFacts({
      disks: [{}],
      executors: [sanProxy({ sanAllowList: [LUN], luns: [lunFact({ fabric: 'NVME_OF' })] })],
    }),
    hits: [],
  },
  {
    name: 'takes a wildcard from 8.0.1 on',
    facts: vsphereFacts({
      disks: [{}],
      executors: [sanProxy({ sanAllowList: ['naa.6*'], vddkVersion: '8.0.1', luns: [lunFact({})] })],
    }),
    hits: [],
  },
  {
    name: 'takes no wildcard before',
    facts: vsphereFacts({
      disks: [{}],
      executors: [sanProxy({ sanAllowList: ['naa.6*'], vddkVersion: '8.0.0', luns: [lunFact({})] })],
    }),
    hits: ['SAN disk:2000 san-1'],
  },
  {
    name: 'takes no wildcard that does not fit',
    facts: vsphereFacts({ disks: [{}], executors: [sanProxy({ sanAllowList: ['naa.6*2'], luns: [lunFact({})] })] }),
    hits: ['SAN disk:2000 san-1'],
  },
  {
    name: 'takes all for what needs no naming',
    facts: vsphereFacts({ disks: [{}], executors: [sanProxy({ sanAllowList: ['all'], luns: [lunFact({})] })] }),
    hits: [],
  },
  {
    name: 'does not take all for NVMe over fabrics',
    facts: vsphereFacts({
      disks: [{}],
      executors: [sanProxy({ sanAllowList: ['all'], luns: [lunFact({ fabric: 'NVME_OF' })] })],
    }),
    hits: ['SAN disk:2000 san-1'],
  },
]);
