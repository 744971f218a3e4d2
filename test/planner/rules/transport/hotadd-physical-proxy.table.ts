// Goal: a physical proxy attaches nothing
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { sanProxy, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { hotaddPhysicalProxy } from '../../../../src/planner/rules/transport/hotadd-physical-proxy.js';

vsphereRuleTable(hotaddPhysicalProxy, [
  { name: 'fires for the physical proxy alone', facts: vsphereFacts(), hits: ['HOTADD executor:san-1'] },
  {
    name: 'does not fire when it is not known',
    facts: vsphereFacts({ executors: [sanProxy({ machine: 'UNKNOWN' })] }),
    hits: [],
  },
]);
