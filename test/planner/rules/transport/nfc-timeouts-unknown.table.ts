// Goal: an executor without proven NFC time-outs is told of [S23]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { hotaddProxy, sanProxy, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { nfcTimeoutsUnknown } from '../../../../src/planner/rules/transport/nfc-timeouts-unknown.js';

vsphereRuleTable(nfcTimeoutsUnknown, [
  { name: 'is silent for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for the executor that is used',
    facts: vsphereFacts({ executors: [sanProxy({ nfcTimeouts: 'UNKNOWN' })] }),
    hits: ['executor:san-1'],
  },
  {
    name: 'is silent for one that is not used',
    facts: vsphereFacts({ executors: [hotaddProxy({}), sanProxy({ nfcTimeouts: 'UNKNOWN' })] }),
    hits: [],
  },
  {
    name: 'is silent for the other answer',
    facts: vsphereFacts({ executors: [sanProxy({ nfcTimeouts: 'OFF' })] }),
    hits: [],
  },
]);
