// Goal: a VM larger than the host is told
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { hostTooFewProcessors } from '../../../../src/planner/rules/placement/host-too-few-processors.js';

vsphereRuleTable(hostTooFewProcessors, [
  { name: 'does not fire for a healthy host', facts: vsphereFacts(), hits: [] },
  { name: 'does not fire for as many', facts: vsphereFacts({ machine: { processorCount: 64 } }), hits: [] },
  {
    name: 'fires for one more',
    facts: vsphereFacts({ machine: { processorCount: 65 }, hosts: [{}, { logicalProcessors: 128 }] }),
    hits: ['esx-1'],
  },
]);
