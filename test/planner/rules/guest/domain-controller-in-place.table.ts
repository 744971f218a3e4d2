// Goal: replication damage is prevented
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceFacts } from '../../in-place-facts.js';
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { guestDomainControllerInPlace } from '../../../../src/planner/rules/guest/domain-controller-in-place.js';

vsphereRuleTable(guestDomainControllerInPlace, [
  { name: 'does not fire for a sound VM', facts: inPlaceFacts(), hits: [] },
  { name: 'fires for a controller', facts: inPlaceFacts({ machine: { domainController: 'YES' } }), hits: ['vm'] },
  { name: 'does not fire for a new VM', facts: vsphereFacts({ machine: { domainController: 'YES' } }), hits: [] },
]);
