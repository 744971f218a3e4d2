// Goal: a disk that may be encrypted is treated with care
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceFacts, targetDisk } from '../../in-place-facts.js';
import { encryptedFacts, pointDisk, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { transportEncryptionUnknown } from '../../../../src/planner/rules/transport/encryption-unknown.js';

vsphereRuleTable(transportEncryptionUnknown, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for the unknown one alone',
    facts: vsphereFacts({ disks: [{}, { encryption: 'UNKNOWN' }] }),
    hits: ['SAN disk:2001', 'NBD disk:2001', 'DATASTORE_HTTP disk:2001'],
  },
  {
    name: 'judges the disk that is overwritten',
    facts: inPlaceFacts(
      {},
      { disks: [targetDisk(pointDisk(0, {}), {}), targetDisk(pointDisk(1, {}), { encryption: 'UNKNOWN' })] },
    ),
    hits: ['SAN disk:2001', 'NBD disk:2001', 'DATASTORE_HTTP disk:2001'],
  },
  { name: 'does not fire for an encrypted one', facts: encryptedFacts({ disks: [{}] }), hits: [] },
]);
