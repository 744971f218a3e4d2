// Goal: an executor that says no is not used
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { hotaddProxy, offers, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { transportNotOffered } from '../../../../src/planner/rules/transport/not-offered.js';

vsphereRuleTable(transportNotOffered, [
  {
    name: 'tells each transport that each executor refuses',
    facts: vsphereFacts({ executors: [hotaddProxy({ transports: offers('HOTADD', 'NBDSSL', 'NBD') })] }),
    hits: ['SAN executor:hotadd-1', 'HTTP_NFC executor:hotadd-1', 'DATASTORE_HTTP executor:hotadd-1'],
  },
  {
    name: 'is silent about what nobody told',
    facts: vsphereFacts({ executors: [hotaddProxy({ transports: [] })] }),
    hits: [],
  },
]);
