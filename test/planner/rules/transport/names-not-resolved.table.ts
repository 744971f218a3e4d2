// Goal: an executor without names that resolve is not used
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { sanProxy, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { nbdNamesNotResolved } from '../../../../src/planner/rules/transport/names-not-resolved.js';

vsphereRuleTable(nbdNamesNotResolved, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for the one that says no',
    facts: vsphereFacts({ executors: [sanProxy({ namesResolve: 'NO' }), sanProxy({}, { name: 'san-2' })] }),
    hits: ['NBDSSL executor:san-1', 'HTTP_NFC executor:san-1'],
  },
  {
    name: 'leaves what is not known to another rule',
    facts: vsphereFacts({ executors: [sanProxy({ namesResolve: 'UNKNOWN' }), sanProxy({}, { name: 'san-2' })] }),
    hits: [],
  },
]);
