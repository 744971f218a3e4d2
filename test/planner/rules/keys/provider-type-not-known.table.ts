// Goal: a provider of an unknown kind promises nothing [S39]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceEncryptedFacts } from '../../in-place-facts.js';
import { encryptedFacts, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { keyProviderTypeNotKnown } from '../../../../src/planner/rules/keys/provider-type-not-known.js';

vsphereRuleTable(keyProviderTypeNotKnown, [
  { name: 'does not fire for a clear VM', facts: vsphereFacts({ keyProviders: [{ type: 'UNKNOWN' }] }), hits: [] },
  { name: 'does not fire while the key can be fetched', facts: encryptedFacts(), hits: [] },
  {
    name: 'fires for home and disks',
    facts: encryptedFacts({ keyProviders: [{ type: 'UNKNOWN' }] }),
    hits: ['vm', 'disk:2000', 'disk:2001'],
  },
  {
    name: 'fires for the present keys of a VM to overwrite',
    facts: inPlaceEncryptedFacts({ keyProviders: [{ type: 'UNKNOWN' }] }),
    hits: ['vm', 'disk:2000', 'disk:2001'],
  },
]);
