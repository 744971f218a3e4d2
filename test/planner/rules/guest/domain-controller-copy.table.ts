// Goal: a second controller of one name is told
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { guestDomainControllerCopy } from '../../../../src/planner/rules/guest/domain-controller-copy.js';

vsphereRuleTable(guestDomainControllerCopy, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for a copy',
    facts: vsphereFacts({ target: { purpose: 'COPY' }, machine: { domainController: 'YES' } }),
    hits: ['vm'],
  },
]);
