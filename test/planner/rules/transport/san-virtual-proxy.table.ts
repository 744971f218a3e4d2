// Goal: a virtual proxy does not write by SAN
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { sanProxy, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { sanVirtualProxy } from '../../../../src/planner/rules/transport/san-virtual-proxy.js';

vsphereRuleTable(sanVirtualProxy, [
  { name: 'fires for the virtual proxy alone', facts: vsphereFacts(), hits: ['SAN executor:hotadd-1'] },
  {
    name: 'does not fire when it is not known',
    facts: vsphereFacts({ executors: [sanProxy({ machine: 'UNKNOWN' })] }),
    hits: [],
  },
]);
