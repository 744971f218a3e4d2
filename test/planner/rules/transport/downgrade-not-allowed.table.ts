// Goal: a policy against other transports is kept
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { transportDowngradeNotAllowed } from '../../../../src/planner/rules/transport/downgrade-not-allowed.js';

vsphereRuleTable(transportDowngradeNotAllowed, [
  { name: 'is silent for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'is silent without a preference',
    facts: vsphereFacts({ policy: { downgradeTransportAllowed: false } }),
    hits: [],
  },
  {
    name: 'fires for each disk that goes another way',
    facts: vsphereFacts({
      policy: { downgradeTransportAllowed: false },
      target: { transportPreference: ['HTTP_NFC'] },
    }),
    hits: ['disk:2000', 'disk:2001'],
  },
  {
    name: 'is silent when a later one of those asked for is used',
    facts: vsphereFacts({
      policy: { downgradeTransportAllowed: false },
      target: { transportPreference: ['HTTP_NFC', 'NBDSSL'] },
    }),
    hits: [],
  },
  {
    name: 'is silent when others are allowed',
    facts: vsphereFacts({ target: { transportPreference: ['HTTP_NFC'] } }),
    hits: [],
  },
]);
