// Goal: data in clear on the network is told
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { nbdInClear } from '../../../../src/planner/rules/transport/nbd-in-clear.js';

vsphereRuleTable(nbdInClear, [
  { name: 'is silent for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for each disk that goes by plain NBD',
    facts: vsphereFacts({ target: { transportPreference: ['NBD'] } }),
    hits: ['disk:2000', 'disk:2001'],
  },
]);
