// Goal: the VM goes where all its networks are
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceFacts } from '../../in-place-facts.js';
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { hostLacksNetwork } from '../../../../src/planner/rules/placement/host-lacks-network.js';

vsphereRuleTable(hostLacksNetwork, [
  { name: 'does not fire for a healthy host', facts: vsphereFacts(), hits: [] },
  {
    name: 'names the host that lacks one',
    facts: vsphereFacts({ hosts: [{ networkIds: ['network-32'] }, {}] }),
    hits: ['esx-1'],
  },
  {
    name: 'does not fire for an adapter that stays disconnected',
    facts: vsphereFacts({
      hosts: [{ networkIds: [] }],
      placement: { networks: [{ deviceKey: 4000, networkId: null }] },
    }),
    hits: [],
  },
  { name: 'does not fire in place', facts: inPlaceFacts({ hosts: [{ networkIds: [] }] }), hits: [] },
]);
