// Goal: a key without its provider is no key path [S39]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { encryptedFacts, vsphereFacts, KEY } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { keyProviderNotRecorded } from '../../../../src/planner/rules/keys/provider-not-recorded.js';

vsphereRuleTable(keyProviderNotRecorded, [
  { name: 'does not fire for a clear VM', facts: vsphereFacts({ point: {} }), hits: [] },
  { name: 'does not fire while the key can be fetched', facts: encryptedFacts(), hits: [] },
  {
    name: 'fires for the home alone, whose disks name theirs',
    facts: encryptedFacts({ point: { key: { ...KEY, providerId: null } } }),
    hits: ['vm'],
  },
  {
    name: 'fires for the one disk whose key has none',
    facts: encryptedFacts({ disks: [{}, { key: { ...KEY, providerId: null } }] }),
    hits: ['disk:2001'],
  },
]);
