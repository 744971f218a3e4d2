// Goal: a proxy that may run Windows is not written through unprepared [S10]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { sanProxy, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { sanOperatingSystemUnknown } from '../../../../src/planner/rules/transport/san-operating-system-unknown.js';

vsphereRuleTable(sanOperatingSystemUnknown, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for the unknown one alone',
    facts: vsphereFacts({ executors: [sanProxy({ operatingSystem: 'UNKNOWN' }), sanProxy({}, { name: 'san-2' })] }),
    hits: ['SAN executor:san-1'],
  },
  {
    name: 'does not fire for Windows',
    facts: vsphereFacts({ executors: [sanProxy({ operatingSystem: 'WINDOWS' })] }),
    hits: [],
  },
]);
