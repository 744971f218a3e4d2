// Goal: SAN is not counted on for NVMe and unknown buses
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { sanBusUnknown } from '../../../../src/planner/rules/transport/san-bus-unknown.js';

vsphereRuleTable(sanBusUnknown, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for NVMe, other and unknown, not for SATA and IDE',
    facts: vsphereFacts({
      disks: [{ bus: 'NVME' }, { bus: 'OTHER' }, { bus: 'UNKNOWN' }, { bus: 'SATA' }, { bus: 'IDE' }],
    }),
    hits: ['SAN disk:2000', 'SAN disk:2001', 'SAN disk:2002'],
  },
]);
