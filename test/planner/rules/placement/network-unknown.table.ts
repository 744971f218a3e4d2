// Goal: networks that nobody knows are not found by luck
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { networkUnknown } from '../../../../src/planner/rules/placement/network-unknown.js';

vsphereRuleTable(networkUnknown, [
  { name: 'does not fire when they are told', facts: vsphereFacts(), hits: [] },
  { name: 'fires for each adapter', facts: vsphereFacts({ site: { networks: null } }), hits: ['network:4000'] },
  {
    name: 'does not fire for an adapter that stays disconnected',
    facts: vsphereFacts({
      site: { networks: null },
      placement: { networks: [{ deviceKey: 4000, networkId: null }] },
    }),
    hits: [],
  },
]);
