// Goal: a network of which nobody knows is not there
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { networkAccessUnknown } from '../../../../src/planner/rules/placement/network-access-unknown.js';

vsphereRuleTable(networkAccessUnknown, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for the adapter on it',
    facts: vsphereFacts({ networks: [{ accessible: 'UNKNOWN' }] }),
    hits: ['network:4000'],
  },
]);
