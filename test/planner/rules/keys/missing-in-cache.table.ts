// Goal: a key that is not in the cache is not gone [S36]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceEncryptedFacts } from '../../in-place-facts.js';
import { encryptedFacts, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { keyMissingInCache } from '../../../../src/planner/rules/keys/missing-in-cache.js';

vsphereRuleTable(keyMissingInCache, [
  {
    name: 'does not fire for a clear VM',
    facts: vsphereFacts({ keyStatuses: [{ available: 'NO', reason: 'KeyStateMissingInCache' }] }),
    hits: [],
  },
  { name: 'does not fire while the key can be fetched', facts: encryptedFacts(), hits: [] },
  {
    name: 'fires for home and disks',
    facts: encryptedFacts({ keyStatuses: [{ available: 'NO', reason: 'KeyStateMissingInCache' }] }),
    hits: ['vm', 'disk:2000', 'disk:2001'],
  },
  {
    name: 'fires for the present keys of a VM to overwrite',
    facts: inPlaceEncryptedFacts({ keyStatuses: [{ available: 'NO', reason: 'KeyStateMissingInCache' }] }),
    hits: ['vm', 'disk:2000', 'disk:2001'],
  },
  {
    name: 'fires also where new keys are allowed',
    facts: encryptedFacts({
      consents: { rekey: true, keysDeclaredLost: true },
      keyStatuses: [{ available: 'NO', reason: 'KeyStateMissingInCache' }],
    }),
    hits: ['vm', 'disk:2000', 'disk:2001'],
  },
]);
