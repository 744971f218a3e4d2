// Goal: processor features that nobody can compare are not offered
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { hostProcessorUnknown } from '../../../../src/planner/rules/placement/host-processor-unknown.js';

vsphereRuleTable(hostProcessorUnknown, [
  { name: 'does not fire for a healthy host', facts: vsphereFacts(), hits: [] },
  {
    name: 'does not fire for a VM without a mode of its own',
    facts: vsphereFacts({ hosts: [{ evcModeMax: null }] }),
    hits: [],
  },
  {
    name: 'fires for a host that did not tell',
    facts: vsphereFacts({ machine: { evcMode: 'intel-skylake' }, hosts: [{ evcModeMax: null }, {}] }),
    hits: ['esx-1'],
  },
  {
    name: 'fires for a word that nobody knows',
    facts: vsphereFacts({ machine: { evcMode: 'intel-tomorrow' } }),
    hits: ['esx-1'],
  },
]);
