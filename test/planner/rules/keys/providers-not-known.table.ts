// Goal: providers that nobody saw lately are not known [S39]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceEncryptedFacts } from '../../in-place-facts.js';
import { encryptedFacts, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { keyProvidersNotKnown } from '../../../../src/planner/rules/keys/providers-not-known.js';

vsphereRuleTable(keyProvidersNotKnown, [
  { name: 'does not fire for a clear VM', facts: vsphereFacts({ site: { keyProviders: null } }), hits: [] },
  { name: 'does not fire while the key can be fetched', facts: encryptedFacts(), hits: [] },
  {
    name: 'fires for home and disks',
    facts: encryptedFacts({ site: { keyProviders: null } }),
    hits: ['vm', 'disk:2000', 'disk:2001'],
  },
  {
    name: 'fires for the present keys of a VM to overwrite',
    facts: inPlaceEncryptedFacts({ site: { keyProviders: null } }),
    hits: ['vm', 'disk:2000', 'disk:2001'],
  },
  {
    name: 'fires when two entries claim the name',
    facts: encryptedFacts({ keyProviders: [{}, {}] }),
    hits: ['vm', 'disk:2000', 'disk:2001'],
  },
  {
    name: 'fires at a site that nobody registered',
    facts: encryptedFacts({ site: { kind: 'UNREGISTERED' } }),
    hits: ['vm', 'disk:2000', 'disk:2001'],
  },
]);
