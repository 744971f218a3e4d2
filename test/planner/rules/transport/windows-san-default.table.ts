// Goal: the default of Windows Server 2008 is told for the editions for which it was stated [S13]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { sanProxy, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { windowsSanDefault } from '../../../../src/planner/rules/transport/windows-san-default.js';

vsphereRuleTable(windowsSanDefault, [
  {
    name: 'fires for 2008 Enterprise',
    facts: vsphereFacts({
      disks: [{ provisioning: 'THICK_EAGER_ZEROED' }],
      executors: [
        sanProxy({
          operatingSystem: 'WINDOWS',
          windows: { release: '2008', edition: 'Enterprise', sanPolicy: 'offlineShared', automount: 'NO' },
        }),
      ],
    }),
    hits: ['executor:san-1'],
  },
  {
    name: 'fires for 2008 Datacenter whose policy was not read',
    facts: vsphereFacts({
      disks: [{ provisioning: 'THICK_EAGER_ZEROED' }],
      executors: [
        sanProxy({
          operatingSystem: 'WINDOWS',
          windows: { release: '2008', edition: 'Datacenter', sanPolicy: null, automount: 'NO' },
        }),
      ],
    }),
    hits: ['executor:san-1'],
  },
  {
    name: 'is silent for 2008 Standard',
    facts: vsphereFacts({
      disks: [{ provisioning: 'THICK_EAGER_ZEROED' }],
      executors: [
        sanProxy({
          operatingSystem: 'WINDOWS',
          windows: { release: '2008', edition: 'Standard', sanPolicy: null, automount: 'NO' },
        }),
      ],
    }),
    hits: [],
  },
  {
    name: 'claims nothing for other releases',
    facts: vsphereFacts({
      disks: [{ provisioning: 'THICK_EAGER_ZEROED' }],
      executors: [
        sanProxy({
          operatingSystem: 'WINDOWS',
          windows: { release: '2022', edition: 'Datacenter', sanPolicy: null, automount: 'NO' },
        }),
      ],
    }),
    hits: [],
  },
  {
    name: 'is silent once the policy is right',
    facts: vsphereFacts({
      disks: [{ provisioning: 'THICK_EAGER_ZEROED' }],
      executors: [
        sanProxy({
          operatingSystem: 'WINDOWS',
          windows: { release: '2008', edition: 'Datacenter', sanPolicy: 'onlineAll', automount: 'NO' },
        }),
      ],
    }),
    hits: [],
  },
  {
    name: 'is silent when the edition is not known',
    facts: vsphereFacts({
      disks: [{ provisioning: 'THICK_EAGER_ZEROED' }],
      executors: [
        sanProxy({
          operatingSystem: 'WINDOWS',
          windows: { release: '2008', edition: null, sanPolicy: null, automount: 'NO' },
        }),
      ],
    }),
    hits: [],
  },
]);
