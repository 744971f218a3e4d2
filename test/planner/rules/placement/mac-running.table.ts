// Goal: two running VMs of one MAC address are prevented
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { macRunning } from '../../../../src/planner/rules/placement/mac-running.js';

vsphereRuleTable(macRunning, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for the adapter',
    facts: vsphereFacts({ machines: [{ macAddresses: ['00:50:56:00:00:01'], powerState: 'poweredOn' }] }),
    hits: ['network:4000'],
  },
  {
    name: 'does not fire for an adapter that stays disconnected',
    facts: vsphereFacts({
      machines: [{ macAddresses: ['00:50:56:00:00:01'], powerState: 'poweredOn' }],
      placement: { networks: [{ deviceKey: 4000, networkId: null }] },
    }),
    hits: [],
  },
]);
