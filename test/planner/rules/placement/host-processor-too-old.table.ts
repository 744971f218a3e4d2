// Goal: processor features are compared by vendor and generation
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { hostProcessorTooOld } from '../../../../src/planner/rules/placement/host-processor-too-old.js';

vsphereRuleTable(hostProcessorTooOld, [
  { name: 'does not fire for a healthy host', facts: vsphereFacts(), hits: [] },
  {
    name: 'does not fire for the same generation',
    facts: vsphereFacts({ machine: { evcMode: 'intel-icelake' } }),
    hits: [],
  },
  {
    name: 'fires for an older one',
    facts: vsphereFacts({ machine: { evcMode: 'intel-icelake' }, hosts: [{ evcModeMax: 'intel-skylake' }, {}] }),
    hits: ['esx-1'],
  },
  { name: 'fires for another vendor', facts: vsphereFacts({ machine: { evcMode: 'amd-zen2' } }), hits: ['esx-1'] },
  {
    name: 'the mode of the cluster counts before what the processor could do',
    facts: vsphereFacts({ machine: { evcMode: 'intel-icelake' }, hosts: [{ evcMode: 'intel-broadwell' }] }),
    hits: ['esx-1'],
  },
  {
    name: 'leaves a word that nobody knows to the other rule',
    facts: vsphereFacts({ machine: { evcMode: 'intel-tomorrow' } }),
    hits: [],
  },
]);
