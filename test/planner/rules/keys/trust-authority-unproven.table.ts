// Goal: the KMIP view says nothing of a Trust Authority
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { encryptedFacts, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { keyTrustAuthorityUnproven } from '../../../../src/planner/rules/keys/trust-authority-unproven.js';

vsphereRuleTable(keyTrustAuthorityUnproven, [
  {
    name: 'does not fire for a clear VM',
    facts: vsphereFacts({ keyStatuses: [{ available: 'NO', reason: 'KeyStateManagedByTrustAuthority' }] }),
    hits: [],
  },
  {
    name: 'fires for home and disks',
    facts: encryptedFacts({
      keyProviders: [{ type: 'TRUST_AUTHORITY' }],
      keyStatuses: [{ available: 'NO', reason: 'KeyStateManagedByTrustAuthority' }],
    }),
    hits: ['vm', 'disk:2000', 'disk:2001'],
  },
  {
    name: 'does not fire where the vCenter itself says yes',
    facts: encryptedFacts({ keyProviders: [{ type: 'TRUST_AUTHORITY' }], hosts: [{ attestation: 'accepted' }] }),
    hits: [],
  },
]);
