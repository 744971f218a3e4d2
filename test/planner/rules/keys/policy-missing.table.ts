// Goal: without its policy nothing comes back encrypted [S44]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceEncryptedFacts } from '../../in-place-facts.js';
import { encryptedFacts, vsphereFacts, ENCRYPTION_POLICY } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { keyPolicyMissing } from '../../../../src/planner/rules/keys/policy-missing.js';

vsphereRuleTable(keyPolicyMissing, [
  { name: 'does not fire for a clear VM', facts: vsphereFacts({ storagePolicies: [] }), hits: [] },
  {
    name: 'does not fire when it is there by name, under another id',
    facts: encryptedFacts({ storagePolicies: [{ ...ENCRYPTION_POLICY, id: 'policy-of-this-vcenter' }] }),
    hits: [],
  },
  {
    name: 'fires for home and disks',
    facts: encryptedFacts({ storagePolicies: [] }),
    hits: ['vm', 'disk:2000', 'disk:2001'],
  },
  {
    name: 'fires for another name under the same id: ids do not follow across vCenters',
    facts: encryptedFacts({ storagePolicies: [{ ...ENCRYPTION_POLICY, name: 'Gold' }] }),
    hits: ['vm', 'disk:2000', 'disk:2001'],
  },
  {
    name: 'fires for a requested one that is not there',
    facts: encryptedFacts({ placement: { homePolicyId: 'policy-9' } }),
    hits: ['vm'],
  },
  {
    name: 'does not fire in place, where policies stay',
    facts: inPlaceEncryptedFacts({ storagePolicies: [] }),
    hits: [],
  },
  {
    name: 'does not fire for a clear disk',
    facts: encryptedFacts({ storagePolicies: [], disks: [{}, { encryption: 'NOT_ENCRYPTED', key: null }] }),
    hits: ['vm', 'disk:2000'],
  },
]);
