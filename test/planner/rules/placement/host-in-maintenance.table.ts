// Goal: a host in maintenance takes no VM
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { hostInMaintenance } from '../../../../src/planner/rules/placement/host-in-maintenance.js';

vsphereRuleTable(hostInMaintenance, [
  { name: 'does not fire for a healthy host', facts: vsphereFacts(), hits: [] },
  {
    name: 'names the one in maintenance',
    facts: vsphereFacts({ hosts: [{ inMaintenance: 'YES' }, {}] }),
    hits: ['esx-1'],
  },
]);
