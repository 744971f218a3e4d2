// Goal: an old library does not write disks of 4 KiB sectors
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { sanProxy, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { vddkNative4k } from '../../../../src/planner/rules/transport/vddk-native-4k.js';

vsphereRuleTable(vddkNative4k, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for 6.7',
    facts: vsphereFacts({
      datastores: [{ logicalSectorBytes: 4096 }],
      disks: [{ logicalSectorBytes: 4096 }],
      executors: [sanProxy({ vddkVersion: '6.7.3' })],
    }),
    hits: ['SAN disk:2000 san-1', 'HOTADD disk:2000 san-1', 'NBDSSL disk:2000 san-1', 'NBD disk:2000 san-1'],
  },
  {
    name: 'does not fire for 7.0',
    facts: vsphereFacts({
      datastores: [{ logicalSectorBytes: 4096 }],
      disks: [{ logicalSectorBytes: 4096 }],
      executors: [sanProxy({ vddkVersion: '7.0.0' })],
    }),
    hits: [],
  },
  {
    name: 'does not fire for sectors of 512 bytes',
    facts: vsphereFacts({
      datastores: [{ logicalSectorBytes: 512 }],
      disks: [{ logicalSectorBytes: 512 }],
      executors: [sanProxy({ vddkVersion: '6.7.3' })],
    }),
    hits: [],
  },
]);
