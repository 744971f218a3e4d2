// Goal: a way without a single stream is no way
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { sanProxy, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { transportNoStreamAllowed } from '../../../../src/planner/rules/transport/no-stream-allowed.js';

vsphereRuleTable(transportNoStreamAllowed, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for a policy without SAN streams',
    facts: vsphereFacts({ policy: { sanStreamsPerHostMax: 0 }, executors: [sanProxy({})] }),
    hits: ['SAN executor:san-1'],
  },
  {
    name: 'fires for a policy without NBD streams',
    facts: vsphereFacts({ policy: { nbdStreamsPerHostMax: 0 }, executors: [sanProxy({})] }),
    hits: ['NBDSSL executor:san-1', 'NBD executor:san-1'],
  },
  {
    name: 'fires for a byte too little of NFC memory',
    facts: vsphereFacts({ hosts: [{ nfcMemoryBytes: 4 * 1024 ** 2 - 1 }], executors: [sanProxy({})] }),
    hits: ['NBDSSL executor:san-1', 'NBD executor:san-1'],
  },
  {
    name: 'does not fire for one stream',
    facts: vsphereFacts({
      hosts: [{ nfcMemoryBytes: 4 * 1024 ** 2 }],
      policy: { sanStreamsPerHostMax: 1, nbdStreamsPerHostMax: 1 },
    }),
    hits: [],
  },
  {
    name: 'does not fire when the memory is not told',
    facts: vsphereFacts({ hosts: [{ nfcMemoryBytes: null }] }),
    hits: [],
  },
]);
