// Goal: an answer left out is no answer [S36]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceEncryptedFacts } from '../../in-place-facts.js';
import { encryptedFacts, vsphereFacts, KEY } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { keyNoAnswer } from '../../../../src/planner/rules/keys/no-answer.js';

vsphereRuleTable(keyNoAnswer, [
  {
    name: 'does not fire for a clear VM',
    facts: vsphereFacts({ keyStatuses: [{ available: 'UNKNOWN', reason: null }] }),
    hits: [],
  },
  { name: 'does not fire while the key can be fetched', facts: encryptedFacts(), hits: [] },
  {
    name: 'fires for home and disks',
    facts: encryptedFacts({ keyStatuses: [{ available: 'UNKNOWN', reason: null }] }),
    hits: ['vm', 'disk:2000', 'disk:2001'],
  },
  {
    name: 'fires for the present keys of a VM to overwrite',
    facts: inPlaceEncryptedFacts({ keyStatuses: [{ available: 'UNKNOWN', reason: null }] }),
    hits: ['vm', 'disk:2000', 'disk:2001'],
  },
  {
    name: 'fires for the one disk of which nothing was said',
    facts: encryptedFacts({
      disks: [{}, { key: { ...KEY, keyId: 'key-8' } }],
      keyStatuses: [{}, { keyId: 'key-8', available: 'UNKNOWN' }],
    }),
    hits: ['disk:2001'],
  },
  {
    name: 'a no without a reason is for another rule',
    facts: encryptedFacts({ keyStatuses: [{ available: 'NO', reason: null }] }),
    hits: [],
  },
]);
