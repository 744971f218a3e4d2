// Goal: a SAN policy that nobody read is told [S10]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { sanProxy, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { windowsSanPolicyUnknown } from '../../../../src/planner/rules/transport/windows-san-policy-unknown.js';

vsphereRuleTable(windowsSanPolicyUnknown, [
  {
    name: 'is silent when it was read',
    facts: vsphereFacts({
      disks: [{ provisioning: 'THICK_EAGER_ZEROED' }],
      executors: [
        sanProxy({
          operatingSystem: 'WINDOWS',
          windows: { release: '2022', edition: null, sanPolicy: 'offlineAll', automount: 'NO' },
        }),
      ],
    }),
    hits: [],
  },
  {
    name: 'fires when it was not',
    facts: vsphereFacts({
      disks: [{ provisioning: 'THICK_EAGER_ZEROED' }],
      executors: [
        sanProxy({
          operatingSystem: 'WINDOWS',
          windows: { release: '2022', edition: null, sanPolicy: null, automount: 'NO' },
        }),
      ],
    }),
    hits: ['executor:san-1'],
  },
  {
    name: 'fires when nothing was told about Windows',
    facts: vsphereFacts({
      disks: [{ provisioning: 'THICK_EAGER_ZEROED' }],
      executors: [sanProxy({ operatingSystem: 'WINDOWS', windows: null })],
    }),
    hits: ['executor:san-1'],
  },
  {
    name: 'is silent for Linux',
    facts: vsphereFacts({ disks: [{ provisioning: 'THICK_EAGER_ZEROED' }], executors: [sanProxy({})] }),
    hits: [],
  },
]);
