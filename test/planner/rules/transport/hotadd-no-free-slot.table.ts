// Goal: a proxy without a free slot takes no disk
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { hotaddProxy, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { hotaddNoFreeSlot } from '../../../../src/planner/rules/transport/hotadd-no-free-slot.js';

vsphereRuleTable(hotaddNoFreeSlot, [
  { name: 'does not fire with free slots', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires when each controller is full',
    facts: vsphereFacts({ executors: [hotaddProxy({ virtualMachine: full(0) })] }),
    hits: ['HOTADD executor:hotadd-1'],
  },
  {
    name: 'does not fire with one slot left, nor when a controller does not tell',
    facts: vsphereFacts({ executors: [hotaddProxy({ virtualMachine: full(1) }), unknownSlots()] }),
    hits: [],
  },
  {
    name: 'counts the slots of SCSI controllers alone',
    facts: vsphereFacts({ executors: [hotaddProxy({ virtualMachine: full(9, 'VirtualAHCIController') })] }),
    hits: ['HOTADD executor:hotadd-1'],
  },
  {
    name: 'leaves a controller of a type that nobody knows to another rule',
    facts: vsphereFacts({ executors: [hotaddProxy({ virtualMachine: full(9, 'TomorrowController') })] }),
    hits: [],
  },
]);

function full(freeSlots: number | null, type = 'ParaVirtualSCSIController') {
  const controller = { type, busNumber: 0, freeSlots, hasDisk: 'YES' } as const;
  return { ...hotaddProxy({}).proxy.virtualMachine!, controllers: [controller] };
}

function unknownSlots() {
  return hotaddProxy({ virtualMachine: full(null) }, { name: 'hotadd-2' });
}
