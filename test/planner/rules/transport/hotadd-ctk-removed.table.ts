// Goal: what Cleanup may do to change tracking is told [S21]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceFacts } from '../../in-place-facts.js';
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { hotaddCtkRemoved } from '../../../../src/planner/rules/transport/hotadd-ctk-removed.js';

vsphereRuleTable(hotaddCtkRemoved, [
  { name: 'is silent for a healthy restore', facts: vsphereFacts(), hits: [] },
  { name: 'fires in place by HotAdd with change tracking', facts: inPlaceFacts(), hits: ['vm'] },
  { name: 'is silent without change tracking', facts: inPlaceFacts({}, { changeTracking: 'NO' }), hits: [] },
  { name: 'is silent by NBDSSL', facts: inPlaceFacts({ target: { transportPreference: ['NBDSSL'] } }), hits: [] },
]);
