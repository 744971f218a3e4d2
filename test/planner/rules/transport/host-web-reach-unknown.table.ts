// Goal: an executor that may lack the hosts on 443 is not counted on
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { sanProxy, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { httpNfcHostReachUnknown } from '../../../../src/planner/rules/transport/host-web-reach-unknown.js';

vsphereRuleTable(httpNfcHostReachUnknown, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for the one that does not know',
    facts: vsphereFacts({ executors: [sanProxy({ reachesHostWeb: 'UNKNOWN' }), sanProxy({}, { name: 'san-2' })] }),
    hits: ['HTTP_NFC executor:san-1'],
  },
  {
    name: 'does not fire for one that says no',
    facts: vsphereFacts({ executors: [sanProxy({ reachesHostWeb: 'NO' }), sanProxy({}, { name: 'san-2' })] }),
    hits: [],
  },
]);
