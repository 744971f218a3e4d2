// Goal: a proxy of which nobody knows the slots is not counted on
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { hotaddProxy, sanProxy, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { hotaddSlotsUnknown } from '../../../../src/planner/rules/transport/hotadd-slots-unknown.js';

vsphereRuleTable(hotaddSlotsUnknown, [
  { name: 'does not fire when a slot is known to be free', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for a virtual proxy that does not tell, not for a physical one',
    facts: vsphereFacts({ executors: [hotaddProxy({ virtualMachine: null }), sanProxy({})] }),
    hits: ['HOTADD executor:hotadd-1'],
  },
]);
