// Goal: a wrapping key that is not active is activated
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { encryptedFacts, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { keyWrappingKeyNotActive } from '../../../../src/planner/rules/keys/wrapping-key-not-active.js';

vsphereRuleTable(keyWrappingKeyNotActive, [
  {
    name: 'does not fire for a clear VM',
    facts: vsphereFacts({ keyStatuses: [{ available: 'NO', reason: 'WrappingKeyNotActiveOrEnabled' }] }),
    hits: [],
  },
  { name: 'does not fire while the key can be fetched', facts: encryptedFacts(), hits: [] },
  {
    name: 'fires for home and disks, also where new keys are allowed',
    facts: encryptedFacts({
      consents: { rekey: true },
      keyStatuses: [{ available: 'NO', reason: 'WrappingKeyNotActiveOrEnabled' }],
    }),
    hits: ['vm', 'disk:2000', 'disk:2001'],
  },
  {
    name: 'does not fire once a person declared the keys lost',
    facts: encryptedFacts({
      consents: { rekey: true, keysDeclaredLost: true },
      keyStatuses: [{ available: 'NO', reason: 'WrappingKeyNotActiveOrEnabled' }],
    }),
    hits: [],
  },
]);
