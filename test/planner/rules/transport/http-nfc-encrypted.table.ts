// Goal: a site that refuses encrypted imports gets none
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { SEEN_AT, encryptedFacts, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { httpNfcEncryptedRefused } from '../../../../src/planner/rules/transport/http-nfc-encrypted.js';

function about(encryptedLeaseImport: 'YES' | 'NO' | 'UNKNOWN') {
  const entry = vsphereFacts().site.about?.entries[0];
  if (entry === undefined) throw new Error('a healthy site tells about itself');
  return { about: { observedAt: SEEN_AT, entries: [{ ...entry, encryptedLeaseImport }] } };
}

vsphereRuleTable(httpNfcEncryptedRefused, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for an encrypted disk',
    facts: encryptedFacts({ disks: [{}], site: about('NO') }),
    hits: ['HTTP_NFC disk:2000'],
  },
  {
    name: 'does not fire when it is proven, or not known',
    facts: encryptedFacts({ disks: [{}], site: about('YES') }),
    hits: [],
  },
  {
    name: 'leaves what is not known to another rule',
    facts: encryptedFacts({ disks: [{}], site: about('UNKNOWN') }),
    hits: [],
  },
  { name: 'does not fire for a clear VM', facts: vsphereFacts({ disks: [{}], site: about('NO') }), hits: [] },
]);
