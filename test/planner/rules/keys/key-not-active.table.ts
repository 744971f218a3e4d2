// Goal: a key that is not active is activated, not replaced [S36]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { encryptedFacts, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { keyNotActive } from '../../../../src/planner/rules/keys/key-not-active.js';

vsphereRuleTable(keyNotActive, [
  {
    name: 'does not fire for a clear VM',
    facts: vsphereFacts({ keyStatuses: [{ available: 'NO', reason: 'KeyStateNotActiveOrEnabled' }] }),
    hits: [],
  },
  { name: 'does not fire while the key can be fetched', facts: encryptedFacts(), hits: [] },
  {
    name: 'fires for home and disks, also where new keys are allowed',
    facts: encryptedFacts({
      consents: { rekey: true },
      keyStatuses: [{ available: 'NO', reason: 'KeyStateNotActiveOrEnabled' }],
    }),
    hits: ['vm', 'disk:2000', 'disk:2001'],
  },
  {
    name: 'does not fire once a person declared the keys lost',
    facts: encryptedFacts({
      consents: { rekey: true, keysDeclaredLost: true },
      keyStatuses: [{ available: 'NO', reason: 'KeyStateNotActiveOrEnabled' }],
    }),
    hits: [],
  },
]);
