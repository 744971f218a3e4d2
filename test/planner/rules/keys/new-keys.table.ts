// Goal: new keys are told, for home and each disk apart [S40] [S44]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { encryptedFacts, KEY, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { keyNewKeys } from '../../../../src/planner/rules/keys/new-keys.js';

vsphereRuleTable(keyNewKeys, [
  { name: 'does not fire for a clear VM', facts: vsphereFacts({ consents: { rekey: true } }), hits: [] },
  { name: 'does not fire while the old key is there', facts: encryptedFacts({ consents: { rekey: true } }), hits: [] },
  {
    name: 'fires after a loss with consent',
    facts: encryptedFacts({
      consents: { rekey: true },
      keyStatuses: [{ available: 'NO', reason: 'KeyStateMissingInKMS' }],
    }),
    hits: ['vm', 'disk:2000', 'disk:2001'],
  },
  {
    name: 'fires for the one disk whose own key is gone',
    facts: encryptedFacts({
      consents: { rekey: true },
      disks: [{}, { key: { ...KEY, keyId: 'key-8' } }],
      keyStatuses: [{}, { keyId: 'key-8', available: 'NO', reason: 'KeyStateMissingInKMS' }],
    }),
    hits: ['disk:2001'],
  },
]);
