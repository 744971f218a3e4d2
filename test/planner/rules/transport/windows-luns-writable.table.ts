// Goal: LUNs that a Windows proxy could write by mistake are told [S11]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { sanProxy, vsphereFacts } from '../../vsphere-facts.js';
import { lunFact } from '../../vsphere-proxies.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { windowsLunsWritable } from '../../../../src/planner/rules/transport/windows-luns-writable.js';

vsphereRuleTable(windowsLunsWritable, [
  {
    name: 'is silent when the others are read-only',
    facts: vsphereFacts({
      disks: [{ provisioning: 'THICK_EAGER_ZEROED' }],
      executors: [
        sanProxy({
          operatingSystem: 'WINDOWS',
          windows: { release: '2022', edition: 'Datacenter', sanPolicy: 'onlineAll', automount: 'NO' },
          luns: [lunFact({ readOnly: 'YES' }), lunFact({ id: 'naa.9', readOnly: 'YES' })],
        }),
      ],
      datastores: [{}, { lunIds: ['naa.9'] }],
    }),
    hits: [],
  },
  {
    name: 'fires for a writable one of another datastore',
    facts: vsphereFacts({
      disks: [{ provisioning: 'THICK_EAGER_ZEROED' }],
      executors: [
        sanProxy({
          operatingSystem: 'WINDOWS',
          windows: { release: '2022', edition: 'Datacenter', sanPolicy: 'onlineAll', automount: 'NO' },
          luns: [lunFact({ readOnly: 'YES' }), lunFact({ id: 'naa.9', readOnly: 'NO' })],
        }),
      ],
      datastores: [{}, { lunIds: ['naa.9'] }],
    }),
    hits: ['executor:san-1'],
  },
  {
    name: 'fires when nobody knows',
    facts: vsphereFacts({
      disks: [{ provisioning: 'THICK_EAGER_ZEROED' }],
      executors: [
        sanProxy({
          operatingSystem: 'WINDOWS',
          windows: { release: '2022', edition: 'Datacenter', sanPolicy: 'onlineAll', automount: 'NO' },
          luns: [lunFact({ readOnly: 'YES' }), lunFact({ id: 'naa.9', readOnly: 'UNKNOWN' })],
        }),
      ],
      datastores: [{}, { lunIds: ['naa.9'] }],
    }),
    hits: ['executor:san-1'],
  },
  {
    name: 'is silent for a LUN that is no datastore',
    facts: vsphereFacts({
      disks: [{ provisioning: 'THICK_EAGER_ZEROED' }],
      executors: [
        sanProxy({
          operatingSystem: 'WINDOWS',
          windows: { release: '2022', edition: 'Datacenter', sanPolicy: 'onlineAll', automount: 'NO' },
          luns: [lunFact({ readOnly: 'YES' }), lunFact({ id: 'naa.9', readOnly: 'NO' })],
        }),
      ],
    }),
    hits: [],
  },
  {
    name: 'is silent for the LUN that is written',
    facts: vsphereFacts({
      disks: [{ provisioning: 'THICK_EAGER_ZEROED' }],
      executors: [
        sanProxy({
          operatingSystem: 'WINDOWS',
          windows: { release: '2022', edition: 'Datacenter', sanPolicy: 'onlineAll', automount: 'NO' },
          luns: [lunFact({ readOnly: 'NO' })],
        }),
      ],
    }),
    hits: [],
  },
  {
    name: 'is silent for Linux',
    facts: vsphereFacts({
      disks: [{ provisioning: 'THICK_EAGER_ZEROED' }],
      executors: [sanProxy({ luns: [lunFact({ readOnly: 'YES' }), lunFact({ id: 'naa.9', readOnly: 'NO' })] })],
      datastores: [{}, { lunIds: ['naa.9'] }],
    }),
    hits: [],
  },
]);
