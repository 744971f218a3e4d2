// Goal: an executor that may lack names that resolve is not counted on
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { sanProxy, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { nbdNamesUnknown } from '../../../../src/planner/rules/transport/names-unknown.js';

vsphereRuleTable(nbdNamesUnknown, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for the one that does not know',
    facts: vsphereFacts({ executors: [sanProxy({ namesResolve: 'UNKNOWN' }), sanProxy({}, { name: 'san-2' })] }),
    hits: ['NBDSSL executor:san-1', 'HTTP_NFC executor:san-1'],
  },
  {
    name: 'does not fire for one that says no',
    facts: vsphereFacts({ executors: [sanProxy({ namesResolve: 'NO' }), sanProxy({}, { name: 'san-2' })] }),
    hits: [],
  },
]);
