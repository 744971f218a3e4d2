// Goal: a VM of a Supervisor without its keys is not restorable for certain
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { guestVmServiceUnknown } from '../../../../src/planner/rules/guest/vm-service-unknown.js';

vsphereRuleTable(guestVmServiceUnknown, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires where the keys were not kept',
    facts: vsphereFacts({ machine: { vmService: 'YES', extraConfigKeys: null } }),
    hits: ['vm'],
  },
  {
    name: 'does not fire where they were',
    facts: vsphereFacts({ machine: { vmService: 'YES', extraConfigKeys: ['vmservice.virtualmachine.resource.yaml'] } }),
    hits: [],
  },
]);
