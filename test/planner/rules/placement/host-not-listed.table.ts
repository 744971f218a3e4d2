// Goal: a host that is not there is told by name
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { hostNotListed } from '../../../../src/planner/rules/placement/host-not-listed.js';

vsphereRuleTable(hostNotListed, [
  { name: 'does not fire for a cluster with hosts', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for a host that is not listed',
    facts: vsphereFacts({ placement: { hostId: 'host-99' } }),
    hits: ['vm'],
  },
  {
    name: 'fires for a cluster without hosts',
    facts: vsphereFacts({ placement: { clusterId: 'domain-c9' } }),
    hits: ['vm'],
  },
  { name: 'leaves hosts that nobody knows to another rule', facts: vsphereFacts({ site: { hosts: null } }), hits: [] },
]);
