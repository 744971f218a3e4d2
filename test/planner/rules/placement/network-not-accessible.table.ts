// Goal: a network that no host reaches is told
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { networkNotAccessible } from '../../../../src/planner/rules/placement/network-not-accessible.js';

vsphereRuleTable(networkNotAccessible, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for the adapter on it',
    facts: vsphereFacts({ networks: [{ accessible: 'NO' }] }),
    hits: ['network:4000'],
  },
  {
    name: 'does not fire for an adapter that stays disconnected',
    facts: vsphereFacts({
      networks: [{ accessible: 'NO' }],
      placement: { networks: [{ deviceKey: 4000, networkId: null }] },
    }),
    hits: [],
  },
]);
