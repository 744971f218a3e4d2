// Goal: an implicit controller is made explicitly [S33]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { controllerPredicted } from '../../../../src/planner/rules/disks/controller-predicted.js';

vsphereRuleTable(controllerPredicted, [
  { name: 'is silent for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for a disk on a controller that was not captured',
    facts: vsphereFacts({ disks: [{}, { controllerKey: 1001, busNumber: 1 }] }),
    hits: ['controller:1001'],
  },
  {
    name: 'is silent when its type is not known',
    facts: vsphereFacts({ disks: [{}, { controllerKey: 1001, busNumber: 1, controllerType: null }] }),
    hits: [],
  },
]);
