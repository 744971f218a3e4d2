// Goal: a host that waits for its restart takes no keys [S36]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceEncryptedFacts } from '../../in-place-facts.js';
import { encryptedFacts, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { hostCryptoPendingIncapable } from '../../../../src/planner/rules/keys/host-crypto-pending-incapable.js';

vsphereRuleTable(hostCryptoPendingIncapable, [
  {
    name: 'does not reject for a clear VM',
    facts: vsphereFacts({ hosts: [{ cryptoState: 'pendingIncapable' }] }),
    hits: [],
  },
  {
    name: 'rejects that host alone',
    facts: encryptedFacts({ hosts: [{}, { cryptoState: 'pendingIncapable' }] }),
    hits: ['esx-2'],
  },
  {
    name: 'does not reject one that can be prepared',
    facts: encryptedFacts({ hosts: [{ cryptoState: 'prepared' }, { cryptoState: 'incapable' }] }),
    hits: [],
  },
  {
    name: 'rejects the host of an encrypted VM to overwrite',
    facts: inPlaceEncryptedFacts({ hosts: [{ cryptoState: 'pendingIncapable' }] }),
    hits: ['esx-1'],
  },
]);
