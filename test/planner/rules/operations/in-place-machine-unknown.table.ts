// Goal: what is not known is not overwritten
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceFacts } from '../../in-place-facts.js';
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { inPlaceMachineUnknown } from '../../../../src/planner/rules/operations/in-place-machine-unknown.js';

vsphereRuleTable(inPlaceMachineUnknown, [
  { name: 'does not fire for a new VM', facts: vsphereFacts(), hits: [] },
  { name: 'does not fire when the VM is told', facts: inPlaceFacts(), hits: [] },
  { name: 'fires when it is not', facts: withoutMachine(), hits: ['vm'] },
]);

function withoutMachine() {
  const facts = inPlaceFacts();
  return { ...facts, site: { ...facts.site, targetMachine: null } };
}
