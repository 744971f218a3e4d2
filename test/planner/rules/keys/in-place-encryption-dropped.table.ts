// Goal: what was encrypted is not laid in clear without a word
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceFacts, inPlaceEncryptedFacts, targetDisk } from '../../in-place-facts.js';
import { KEY, pointDisk } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { inPlaceEncryptionDropped } from '../../../../src/planner/rules/keys/in-place-encryption-dropped.js';

const CLEAR_NOW = {
  encryption: 'NOT_ENCRYPTED',
  key: null,
  bundleSha256: null,
  vtpm: 'NOT_PRESENT',
  disks: [0, 1].map((index) => targetDisk(pointDisk(index, {}), {})),
} as const;

vsphereRuleTable(inPlaceEncryptionDropped, [
  { name: 'does not fire for a clear VM', facts: inPlaceFacts(), hits: [] },
  { name: 'does not fire while the VM is encrypted', facts: inPlaceEncryptedFacts(), hits: [] },
  {
    name: 'fires when the VM is clear now',
    facts: inPlaceEncryptedFacts({}, CLEAR_NOW),
    hits: ['vm', 'disk:2000', 'disk:2001'],
  },
  {
    name: 'fires for the one disk that is',
    facts: inPlaceEncryptedFacts(
      {},
      {
        disks: [targetDisk(pointDisk(0, { encryption: 'ENCRYPTED', key: KEY }), {}), targetDisk(pointDisk(1, {}), {})],
      },
    ),
    hits: ['disk:2001'],
  },
  {
    name: 'does not fire with consent',
    facts: inPlaceEncryptedFacts({ consents: { clear: true } }, CLEAR_NOW),
    hits: [],
  },
  {
    name: 'does not fire where the customer allows it always',
    facts: inPlaceEncryptedFacts({ policy: { clearAllowed: true } }, CLEAR_NOW),
    hits: [],
  },
]);
