// Goal: a running VM is never overwritten
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceFacts } from '../../in-place-facts.js';
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { inPlacePoweredOn } from '../../../../src/planner/rules/operations/in-place-powered-on.js';

vsphereRuleTable(inPlacePoweredOn, [
  { name: 'does not fire for a new VM', facts: vsphereFacts(), hits: [] },
  { name: 'does not fire for one that is off', facts: inPlaceFacts(), hits: [] },
  { name: 'fires for one that runs', facts: inPlaceFacts({}, { powerState: 'poweredOn' }), hits: ['vm'] },
  { name: 'fires for a word that nobody knows', facts: inPlaceFacts({}, { powerState: 'dreaming' }), hits: ['vm'] },
]);
