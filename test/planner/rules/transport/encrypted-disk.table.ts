// Goal: encrypted disks go by NBDSSL and HotAdd alone
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceFacts, targetDisk } from '../../in-place-facts.js';
import { KEY, encryptedFacts, pointDisk, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { transportEncryptedDisk } from '../../../../src/planner/rules/transport/encrypted-disk.js';

vsphereRuleTable(transportEncryptedDisk, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for the encrypted disk alone',
    facts: encryptedFacts({ disks: [{}, { encryption: 'NOT_ENCRYPTED', key: null }] }),
    hits: ['SAN disk:2000', 'NBD disk:2000', 'DATASTORE_HTTP disk:2000'],
  },
  {
    name: 'does not fire when it comes back clear by consent',
    facts: encryptedFacts({ disks: [{}], consents: { clear: true } }),
    hits: [],
  },
  {
    name: 'judges the disk that is overwritten',
    facts: inPlaceFacts(
      {},
      {
        disks: [targetDisk(pointDisk(0, {}), {}), targetDisk(pointDisk(1, {}), { encryption: 'ENCRYPTED', key: KEY })],
      },
    ),
    hits: ['SAN disk:2001', 'NBD disk:2001', 'DATASTORE_HTTP disk:2001'],
  },
  {
    name: 'leaves what is not known to another rule',
    facts: encryptedFacts({ disks: [{ encryption: 'UNKNOWN' }] }),
    hits: [],
  },
]);
