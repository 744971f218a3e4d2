// Goal: a SAN policy other than onlineAll is told [S10]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { sanProxy, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { windowsSanPolicy } from '../../../../src/planner/rules/transport/windows-san-policy.js';

vsphereRuleTable(windowsSanPolicy, [
  {
    name: 'is silent for onlineAll, however it is written',
    facts: vsphereFacts({
      disks: [{ provisioning: 'THICK_EAGER_ZEROED' }],
      executors: [
        sanProxy({
          operatingSystem: 'WINDOWS',
          windows: { release: '2022', edition: 'Datacenter', sanPolicy: 'OnlineAll', automount: 'NO' },
        }),
      ],
    }),
    hits: [],
  },
  {
    name: 'fires for another one',
    facts: vsphereFacts({
      disks: [{ provisioning: 'THICK_EAGER_ZEROED' }],
      executors: [
        sanProxy({
          operatingSystem: 'WINDOWS',
          windows: { release: '2022', edition: 'Datacenter', sanPolicy: 'offlineShared', automount: 'NO' },
        }),
      ],
    }),
    hits: ['executor:san-1'],
  },
  {
    name: 'is silent when it was not read',
    facts: vsphereFacts({
      disks: [{ provisioning: 'THICK_EAGER_ZEROED' }],
      executors: [
        sanProxy({
          operatingSystem: 'WINDOWS',
          windows: { release: '2022', edition: null, sanPolicy: null, automount: 'NO' },
        }),
      ],
    }),
    hits: [],
  },
  {
    name: 'is silent for Linux',
    facts: vsphereFacts({ disks: [{ provisioning: 'THICK_EAGER_ZEROED' }], executors: [sanProxy({})] }),
    hits: [],
  },
]);
