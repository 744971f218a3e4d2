// Goal: an executor without the hosts on 443 is not used
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { sanProxy, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { httpNfcHostNotReached } from '../../../../src/planner/rules/transport/host-web-not-reached.js';

vsphereRuleTable(httpNfcHostNotReached, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for the one that says no',
    facts: vsphereFacts({ executors: [sanProxy({ reachesHostWeb: 'NO' }), sanProxy({}, { name: 'san-2' })] }),
    hits: ['HTTP_NFC executor:san-1'],
  },
  {
    name: 'leaves what is not known to another rule',
    facts: vsphereFacts({ executors: [sanProxy({ reachesHostWeb: 'UNKNOWN' }), sanProxy({}, { name: 'san-2' })] }),
    hits: [],
  },
]);
