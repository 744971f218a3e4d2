// Goal: an executor without the hosts on 902 is not used
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { sanProxy, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { nbdHostNotReached } from '../../../../src/planner/rules/transport/host-data-not-reached.js';

vsphereRuleTable(nbdHostNotReached, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for the one that says no',
    facts: vsphereFacts({ executors: [sanProxy({ reachesHostData: 'NO' }), sanProxy({}, { name: 'san-2' })] }),
    hits: ['NBDSSL executor:san-1', 'NBD executor:san-1'],
  },
  {
    name: 'leaves what is not known to another rule',
    facts: vsphereFacts({ executors: [sanProxy({ reachesHostData: 'UNKNOWN' }), sanProxy({}, { name: 'san-2' })] }),
    hits: [],
  },
]);
