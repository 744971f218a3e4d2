// Goal: a disk on an unknown controller is not placed on trust [S33]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceFacts } from '../../in-place-facts.js';
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { diskControllerUnknown } from '../../../../src/planner/rules/disks/controller-unknown.js';

vsphereRuleTable(diskControllerUnknown, [
  { name: 'is silent for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires without controller, without unit, and for a controller of unknown type',
    facts: vsphereFacts({
      disks: [
        { controllerKey: null },
        { unitNumber: null },
        { controllerKey: 1001, busNumber: 1, controllerType: null },
        { unitNumber: 3 },
      ],
    }),
    hits: ['disk:2000', 'disk:2001', 'disk:2002'],
  },
  {
    name: 'is silent for a predicted one',
    facts: vsphereFacts({ disks: [{}, { controllerKey: 1001, busNumber: 1 }] }),
    hits: [],
  },
  {
    name: 'is silent for the IDE controllers that vSphere makes',
    facts: vsphereFacts({
      disks: [{ bus: 'IDE', controllerKey: 200 }],
      machine: { controllers: [{ key: 200, type: 'VirtualIDEController', bus: 'IDE', busNumber: 0, sharing: null }] },
    }),
    hits: [],
  },
  { name: 'is silent in place', facts: inPlaceFacts({ disks: [{ controllerKey: null }] }), hits: [] },
]);
