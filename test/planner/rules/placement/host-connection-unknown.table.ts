// Goal: a word that nobody knows is no connection
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { hostConnectionUnknown } from '../../../../src/planner/rules/placement/host-connection-unknown.js';

vsphereRuleTable(hostConnectionUnknown, [
  { name: 'does not fire for a known word', facts: vsphereFacts(), hits: [] },
  { name: 'fires for a new word', facts: vsphereFacts({ hosts: [{ connectionState: 'dreaming' }] }), hits: ['esx-1'] },
]);
