// Goal: a network is named or the adapter stays disconnected
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { networkNotFound } from '../../../../src/planner/rules/placement/network-not-found.js';

vsphereRuleTable(networkNotFound, [
  { name: 'does not fire for a network of that name', facts: vsphereFacts(), hits: [] },
  { name: 'fires when none has it', facts: vsphereFacts({ networks: [{ name: 'DMZ' }] }), hits: ['network:4000'] },
  {
    name: 'fires when two have it',
    facts: vsphereFacts({ networks: [{}, { name: 'VM Network' }] }),
    hits: ['network:4000'],
  },
  {
    name: 'does not fire when another one is named, or none is wanted',
    facts: vsphereFacts({
      networks: [{ name: 'DMZ' }],
      placement: { networks: [{ deviceKey: 4000, networkId: null }] },
    }),
    hits: [],
  },
]);
