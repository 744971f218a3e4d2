// Goal: a proxy of unknown kind is counted on for neither SAN nor HotAdd
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { hotaddProxy, sanProxy, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { transportProxyKindUnknown } from '../../../../src/planner/rules/transport/proxy-kind-unknown.js';

vsphereRuleTable(transportProxyKindUnknown, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for the unknown one alone',
    facts: vsphereFacts({ executors: [hotaddProxy({}), sanProxy({ machine: 'UNKNOWN' })] }),
    hits: ['SAN executor:san-1', 'HOTADD executor:san-1'],
  },
]);
