// Goal: an impossible preference is explained, not ignored
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { transportPreferenceNotPossible } from '../../../../src/planner/rules/transport/preference-not-possible.js';

vsphereRuleTable(transportPreferenceNotPossible, [
  { name: 'is silent without a preference', facts: vsphereFacts(), hits: [] },
  {
    name: 'is silent when it is obeyed',
    facts: vsphereFacts({ target: { transportPreference: ['NBDSSL'] } }),
    hits: [],
  },
  {
    name: 'names each disk that goes another way',
    facts: vsphereFacts({ target: { transportPreference: ['HTTP_NFC', 'NBDSSL'] } }),
    hits: ['disk:2000', 'disk:2001'],
  },
]);
