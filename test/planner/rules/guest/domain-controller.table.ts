// Goal: a domain controller gets a new generation id
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { guestDomainController } from '../../../../src/planner/rules/guest/domain-controller.js';

vsphereRuleTable(guestDomainController, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  { name: 'fires for a replacement', facts: vsphereFacts({ machine: { domainController: 'YES' } }), hits: ['vm'] },
  {
    name: 'leaves a copy to the other rule',
    facts: vsphereFacts({ target: { purpose: 'COPY' }, machine: { domainController: 'YES' } }),
    hits: [],
  },
]);
