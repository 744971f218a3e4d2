// Goal: a gap in the numbering is kept and told [S33]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { controllerOutOfSequence } from '../../../../src/planner/rules/disks/controller-out-of-sequence.js';

vsphereRuleTable(controllerOutOfSequence, [
  { name: 'does not fire for 0', facts: vsphereFacts(), hits: [] },
  {
    name: 'does not fire for 0 and 1, in whatever order they come',
    facts: vsphereFacts({ machine: { controllers: [controller(1), controller(0)] } }),
    hits: [],
  },
  {
    name: 'fires for 3 after 0',
    facts: vsphereFacts({ machine: { controllers: [controller(0), controller(3)] } }),
    hits: ['controller:1003'],
  },
]);

function controller(busNumber: number) {
  return {
    key: 1000 + busNumber,
    type: 'ParaVirtualSCSIController',
    bus: 'SCSI' as const,
    busNumber,
    sharing: 'noSharing',
  };
}
