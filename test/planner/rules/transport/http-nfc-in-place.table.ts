// Goal: a lease writes nothing in place
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceFacts } from '../../in-place-facts.js';
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { httpNfcInPlace } from '../../../../src/planner/rules/transport/http-nfc-in-place.js';

vsphereRuleTable(httpNfcInPlace, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for each disk to overwrite',
    facts: inPlaceFacts(),
    hits: ['HTTP_NFC disk:2000', 'HTTP_NFC disk:2001'],
  },
]);
