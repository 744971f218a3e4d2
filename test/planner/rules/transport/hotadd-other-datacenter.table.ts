// Goal: a proxy of another datacenter attaches nothing
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { hotaddOn } from '../../vsphere-proxies.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { hotaddOtherDatacenter } from '../../../../src/planner/rules/transport/hotadd-other-datacenter.js';

vsphereRuleTable(hotaddOtherDatacenter, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for the other one alone',
    facts: vsphereFacts({
      executors: [
        hotaddOn({}),
        hotaddOn({ datacenterId: 'datacenter-9' }, 'hotadd-2'),
        hotaddOn({ datacenterId: null }, 'hotadd-3'),
      ],
    }),
    hits: ['HOTADD executor:hotadd-2'],
  },
]);
