// Goal: a proxy that lives nobody knows where attaches nothing
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { hotaddProxy, vsphereFacts } from '../../vsphere-facts.js';
import { hotaddOn } from '../../vsphere-proxies.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { hotaddProxyPlaceUnknown } from '../../../../src/planner/rules/transport/hotadd-proxy-place-unknown.js';

vsphereRuleTable(hotaddProxyPlaceUnknown, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires without vCenter, without datacenter, and without either',
    facts: vsphereFacts({
      executors: [
        hotaddOn({ siteId: null }),
        hotaddOn({ datacenterId: null }, 'hotadd-2'),
        hotaddProxy({ virtualMachine: null }, { name: 'hotadd-3' }),
      ],
    }),
    hits: ['HOTADD executor:hotadd-1', 'HOTADD executor:hotadd-2', 'HOTADD executor:hotadd-3'],
  },
  {
    name: 'fires when the datacenter of the host is not told',
    facts: vsphereFacts({ hosts: [{ datacenterId: null }] }),
    hits: ['HOTADD executor:hotadd-1'],
  },
]);
