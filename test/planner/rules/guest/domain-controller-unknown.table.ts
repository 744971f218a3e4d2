// Goal: what may be a controller is told before it is overwritten
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceFacts } from '../../in-place-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { guestDomainControllerUnknown } from '../../../../src/planner/rules/guest/domain-controller-unknown.js';

vsphereRuleTable(guestDomainControllerUnknown, [
  { name: 'does not fire for a sound VM', facts: inPlaceFacts(), hits: [] },
  {
    name: 'fires for Windows',
    facts: inPlaceFacts({ machine: { domainController: 'UNKNOWN', guestId: 'windows2022srvNext_64Guest' } }),
    hits: ['vm'],
  },
  { name: 'does not fire for Linux', facts: inPlaceFacts({ machine: { domainController: 'UNKNOWN' } }), hits: [] },
]);
