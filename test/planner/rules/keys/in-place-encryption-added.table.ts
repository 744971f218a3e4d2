// Goal: what was clear and becomes encrypted is told
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceFacts, inPlaceEncryptedFacts, targetDisk } from '../../in-place-facts.js';
import { vsphereFacts, KEY, pointDisk } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { inPlaceEncryptionAdded } from '../../../../src/planner/rules/keys/in-place-encryption-added.js';

vsphereRuleTable(inPlaceEncryptionAdded, [
  { name: 'does not fire for a new VM', facts: vsphereFacts(), hits: [] },
  { name: 'does not fire for a clear one', facts: inPlaceFacts(), hits: [] },
  { name: 'does not fire for an encrypted one', facts: inPlaceEncryptedFacts(), hits: [] },
  {
    name: 'fires for home and the disk that are encrypted now',
    facts: inPlaceFacts(
      {},
      {
        encryption: 'ENCRYPTED',
        key: KEY,
        disks: [targetDisk(pointDisk(0, {}), { encryption: 'ENCRYPTED', key: KEY }), targetDisk(pointDisk(1, {}), {})],
      },
    ),
    hits: ['vm', 'disk:2000'],
  },
  { name: 'does not fire for what nobody knows', facts: inPlaceFacts({}, { encryption: 'UNKNOWN' }), hits: [] },
]);
