// Goal: HotAdd is not counted on for NVMe and unknown buses [S18]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { hotaddBusUnknown } from '../../../../src/planner/rules/transport/hotadd-bus-unknown.js';

vsphereRuleTable(hotaddBusUnknown, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for NVMe, other and unknown, not for SATA and IDE',
    facts: vsphereFacts({
      disks: [{ bus: 'NVME' }, { bus: 'OTHER' }, { bus: 'UNKNOWN' }, { bus: 'SATA' }, { bus: 'IDE' }],
    }),
    hits: ['HOTADD disk:2000', 'HOTADD disk:2001', 'HOTADD disk:2002'],
  },
]);
