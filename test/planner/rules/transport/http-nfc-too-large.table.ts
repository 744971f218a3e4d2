// Goal: a lease takes no disk whose data its format cannot hold
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { httpNfcTooLarge } from '../../../../src/planner/rules/transport/http-nfc-too-large.js';

vsphereRuleTable(httpNfcTooLarge, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'does not fire for a large disk with little data',
    facts: vsphereFacts({ disks: [{ capacityBytes: 10 * 1024 ** 4 }] }),
    hits: [],
  },
  {
    name: 'does not fire below the limit',
    facts: vsphereFacts({ disks: [{ capacityBytes: 10 * 1024 ** 4, dataBytes: 2 * 1024 ** 4 - 16 * 1024 ** 3 - 1 }] }),
    hits: [],
  },
  {
    name: 'fires at the limit',
    facts: vsphereFacts({ disks: [{ capacityBytes: 10 * 1024 ** 4, dataBytes: 2 * 1024 ** 4 - 16 * 1024 ** 3 }] }),
    hits: ['HTTP_NFC disk:2000'],
  },
  {
    name: 'takes the capacity when the data is not told',
    facts: vsphereFacts({ disks: [{ capacityBytes: 10 * 1024 ** 4, dataBytes: null }] }),
    hits: ['HTTP_NFC disk:2000'],
  },
]);
