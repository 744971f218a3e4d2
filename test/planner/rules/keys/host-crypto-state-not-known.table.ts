// Goal: a state that nobody knows is not good [S36]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { encryptedFacts, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { hostCryptoStateNotKnown } from '../../../../src/planner/rules/keys/host-crypto-state-not-known.js';

vsphereRuleTable(hostCryptoStateNotKnown, [
  { name: 'does not reject for a clear VM', facts: vsphereFacts({ hosts: [{ cryptoState: 'dreaming' }] }), hits: [] },
  {
    name: 'rejects a word of tomorrow',
    facts: encryptedFacts({ hosts: [{}, { cryptoState: 'dreaming' }] }),
    hits: ['esx-2'],
  },
  {
    name: 'rejects none that is known',
    facts: encryptedFacts({ hosts: [{}, { cryptoState: 'incapable' }] }),
    hits: [],
  },
]);
