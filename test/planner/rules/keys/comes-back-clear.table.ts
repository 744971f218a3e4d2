// Goal: encryption is dropped only by consent, and told
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceEncryptedFacts, targetDisk } from '../../in-place-facts.js';
import { encryptedFacts, vsphereFacts, pointDisk } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { keyComesBackClear } from '../../../../src/planner/rules/keys/comes-back-clear.js';

const CLEAR_NOW = {
  encryption: 'NOT_ENCRYPTED',
  key: null,
  bundleSha256: null,
  vtpm: 'NOT_PRESENT',
  disks: [0, 1].map((index) => targetDisk(pointDisk(index, {}), {})),
} as const;

vsphereRuleTable(keyComesBackClear, [
  { name: 'does not fire for a clear VM', facts: vsphereFacts({ consents: { clear: true } }), hits: [] },
  { name: 'does not fire without consent', facts: encryptedFacts(), hits: [] },
  {
    name: 'fires with consent',
    facts: encryptedFacts({ consents: { clear: true } }),
    hits: ['vm', 'disk:2000', 'disk:2001'],
  },
  {
    name: 'not for a disk that was clear',
    facts: encryptedFacts({ consents: { clear: true }, disks: [{}, { encryption: 'NOT_ENCRYPTED', key: null }] }),
    hits: ['vm', 'disk:2000'],
  },
  {
    name: 'fires in place when the VM is clear now',
    facts: inPlaceEncryptedFacts({ consents: { clear: true } }, CLEAR_NOW),
    hits: ['vm', 'disk:2000', 'disk:2001'],
  },
]);
