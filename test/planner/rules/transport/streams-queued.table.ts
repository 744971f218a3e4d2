// Goal: disks that wait for each other are told of [S16]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { sanProxy, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { streamsQueued } from '../../../../src/planner/rules/transport/streams-queued.js';

vsphereRuleTable(streamsQueued, [
  { name: 'is silent for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'is silent for six SAN disks',
    facts: vsphereFacts({
      disks: [
        { provisioning: 'THICK_EAGER_ZEROED' },
        { provisioning: 'THICK_EAGER_ZEROED' },
        { provisioning: 'THICK_EAGER_ZEROED' },
        { provisioning: 'THICK_EAGER_ZEROED' },
        { provisioning: 'THICK_EAGER_ZEROED' },
        { provisioning: 'THICK_EAGER_ZEROED' },
      ],
      executors: [sanProxy({})],
    }),
    hits: [],
  },
  {
    name: 'fires for seven',
    facts: vsphereFacts({
      disks: [
        { provisioning: 'THICK_EAGER_ZEROED' },
        { provisioning: 'THICK_EAGER_ZEROED' },
        { provisioning: 'THICK_EAGER_ZEROED' },
        { provisioning: 'THICK_EAGER_ZEROED' },
        { provisioning: 'THICK_EAGER_ZEROED' },
        { provisioning: 'THICK_EAGER_ZEROED' },
        { provisioning: 'THICK_EAGER_ZEROED' },
      ],
      executors: [sanProxy({})],
    }),
    hits: ['host:esx-1'],
  },
  {
    name: 'fires once for two groups',
    facts: vsphereFacts({
      disks: [
        { provisioning: 'THICK_EAGER_ZEROED' },
        { provisioning: 'THICK_EAGER_ZEROED' },
        { provisioning: 'THICK_EAGER_ZEROED' },
        { provisioning: 'THICK_EAGER_ZEROED' },
        { provisioning: 'THICK_EAGER_ZEROED' },
        { provisioning: 'THICK_EAGER_ZEROED' },
        { provisioning: 'THICK_EAGER_ZEROED' },
        {},
        {},
      ],
      executors: [sanProxy({})],
      policy: { nbdStreamsPerHostMax: 1 },
    }),
    hits: ['host:esx-1'],
  },
  {
    name: 'is silent when the limit is not known',
    facts: vsphereFacts({ hosts: [{ nfcMemoryBytes: null }], executors: [sanProxy({})] }),
    hits: [],
  },
]);
