// Goal: a VM of a Supervisor is told, and its keys are kept
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { guestVmService } from '../../../../src/planner/rules/guest/vm-service.js';

vsphereRuleTable(guestVmService, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  { name: 'fires for one', facts: vsphereFacts({ machine: { vmService: 'YES' } }), hits: ['vm'] },
  {
    name: 'fires for a copy, in other words',
    facts: vsphereFacts({ target: { purpose: 'COPY' }, machine: { vmService: 'YES' } }),
    hits: ['vm'],
  },
]);
