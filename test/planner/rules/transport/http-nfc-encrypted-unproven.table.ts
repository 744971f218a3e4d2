// Goal: an encrypted import is not counted on before it is proven
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { SEEN_AT, encryptedFacts, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { httpNfcEncryptedUnproven } from '../../../../src/planner/rules/transport/http-nfc-encrypted-unproven.js';

function about(encryptedLeaseImport: 'YES' | 'NO' | 'UNKNOWN') {
  const entry = vsphereFacts().site.about?.entries[0];
  if (entry === undefined) throw new Error('a healthy site tells about itself');
  return { about: { observedAt: SEEN_AT, entries: [{ ...entry, encryptedLeaseImport }] } };
}

vsphereRuleTable(httpNfcEncryptedUnproven, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for an encrypted disk',
    facts: encryptedFacts({ disks: [{}], site: about('UNKNOWN') }),
    hits: ['HTTP_NFC disk:2000'],
  },
  {
    name: 'fires for a clear disk of an encrypted VM',
    facts: encryptedFacts({ disks: [{ encryption: 'NOT_ENCRYPTED', key: null }] }),
    hits: ['HTTP_NFC disk:2000'],
  },
  {
    name: 'fires for a disk that may be encrypted',
    facts: vsphereFacts({ disks: [{ encryption: 'UNKNOWN' }] }),
    hits: ['HTTP_NFC disk:2000'],
  },
  { name: 'does not fire when it is proven', facts: encryptedFacts({ disks: [{}], site: about('YES') }), hits: [] },
  { name: 'does not fire when it is refused', facts: encryptedFacts({ disks: [{}], site: about('NO') }), hits: [] },
]);
