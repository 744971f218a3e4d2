// Goal: a host that does not answer takes no VM
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { hostNotConnected } from '../../../../src/planner/rules/placement/host-not-connected.js';

vsphereRuleTable(hostNotConnected, [
  { name: 'does not fire for a connected host', facts: vsphereFacts(), hits: [] },
  {
    name: 'names the silent ones',
    facts: vsphereFacts({ hosts: [{ connectionState: 'notResponding' }, {}, { connectionState: 'disconnected' }] }),
    hits: ['esx-1', 'esx-3'],
  },
]);
