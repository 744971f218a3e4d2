// Goal: more than six SAN streams are told of [S16]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { sanProxy, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { sanStreamCapRaised } from '../../../../src/planner/rules/transport/san-stream-cap-raised.js';

vsphereRuleTable(sanStreamCapRaised, [
  {
    name: 'is silent for six',
    facts: vsphereFacts({ disks: [{ provisioning: 'THICK_EAGER_ZEROED' }], executors: [sanProxy({})] }),
    hits: [],
  },
  {
    name: 'fires for seven',
    facts: vsphereFacts({
      disks: [{ provisioning: 'THICK_EAGER_ZEROED' }],
      executors: [sanProxy({})],
      policy: { sanStreamsPerHostMax: 7 },
    }),
    hits: ['host:esx-1'],
  },
  {
    name: 'is silent when nothing goes by SAN',
    facts: vsphereFacts({ policy: { sanStreamsPerHostMax: 7 } }),
    hits: [],
  },
]);
