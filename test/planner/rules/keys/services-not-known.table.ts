// Goal: nobody overwrites a VM that may serve its own key [S36]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceFacts, inPlaceEncryptedFacts } from '../../in-place-facts.js';
import { encryptedFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { keyServicesNotKnown } from '../../../../src/planner/rules/keys/services-not-known.js';

vsphereRuleTable(keyServicesNotKnown, [
  { name: 'does not fire for a clear VM', facts: inPlaceFacts({ site: { services: null } }), hits: [] },
  { name: 'does not fire when services are known', facts: inPlaceEncryptedFacts(), hits: [] },
  { name: 'fires when they are not', facts: inPlaceEncryptedFacts({ site: { services: null } }), hits: ['vm'] },
  {
    name: 'does not fire for a new VM, whose key can be fetched',
    facts: encryptedFacts({ site: { services: null } }),
    hits: [],
  },
]);
