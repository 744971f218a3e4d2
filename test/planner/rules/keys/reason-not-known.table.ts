// Goal: a word of tomorrow decides nothing, whatever else is said
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceEncryptedFacts } from '../../in-place-facts.js';
import { encryptedFacts, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { keyReasonNotKnown } from '../../../../src/planner/rules/keys/reason-not-known.js';

vsphereRuleTable(keyReasonNotKnown, [
  {
    name: 'does not fire for a clear VM',
    facts: vsphereFacts({ keyStatuses: [{ available: 'NO', reason: 'KeyStateOfTomorrow' }] }),
    hits: [],
  },
  { name: 'does not fire while the key can be fetched', facts: encryptedFacts(), hits: [] },
  {
    name: 'fires for home and disks',
    facts: encryptedFacts({ keyStatuses: [{ available: 'NO', reason: 'KeyStateOfTomorrow' }] }),
    hits: ['vm', 'disk:2000', 'disk:2001'],
  },
  {
    name: 'fires for the present keys of a VM to overwrite',
    facts: inPlaceEncryptedFacts({ keyStatuses: [{ available: 'NO', reason: 'KeyStateOfTomorrow' }] }),
    hits: ['vm', 'disk:2000', 'disk:2001'],
  },
  {
    name: 'fires for a word that comes with a yes',
    facts: encryptedFacts({ keyStatuses: [{ available: 'YES', reason: 'KeyStateOfTomorrow' }] }),
    hits: ['vm', 'disk:2000', 'disk:2001'],
  },
  {
    name: 'fires for a no without a word',
    facts: encryptedFacts({ keyStatuses: [{ available: 'NO', reason: null }] }),
    hits: ['vm', 'disk:2000', 'disk:2001'],
  },
  {
    name: 'does not fire for a word that is known',
    facts: encryptedFacts({ keyStatuses: [{ available: 'NO', reason: 'KeyStateMissingInKMS' }] }),
    hits: [],
  },
]);
