// Goal: data crosses the network in clear only when that was asked for
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { nbdOnlyByRequest } from '../../../../src/planner/rules/transport/nbd-only-by-request.js';

vsphereRuleTable(nbdOnlyByRequest, [
  { name: 'fires unasked', facts: vsphereFacts(), hits: ['NBD disk:2000', 'NBD disk:2001'] },
  { name: 'obeys the request', facts: vsphereFacts({ target: { transportPreference: ['HOTADD', 'NBD'] } }), hits: [] },
  { name: 'obeys the policy', facts: vsphereFacts({ policy: { transportPreference: ['NBD'] } }), hits: [] },
]);
