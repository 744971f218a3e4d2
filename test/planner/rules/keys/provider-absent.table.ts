// Goal: a provider of another name is no pass [S39]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { encryptedFacts, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { keyProviderAbsent } from '../../../../src/planner/rules/keys/provider-absent.js';

vsphereRuleTable(keyProviderAbsent, [
  { name: 'does not fire for a clear VM', facts: vsphereFacts({ keyProviders: [] }), hits: [] },
  { name: 'does not fire when the name is there', facts: encryptedFacts(), hits: [] },
  {
    name: 'fires for home and disks when the same servers bear another name',
    facts: encryptedFacts({ keyProviders: [{ providerId: 'kmip-b' }] }),
    hits: ['vm', 'disk:2000', 'disk:2001'],
  },
  {
    name: 'fires for what the vCenter calls invalid',
    facts: encryptedFacts({ keyStatuses: [{ available: 'NO', reason: 'KeyStateClusterInvalid' }] }),
    hits: ['vm', 'disk:2000', 'disk:2001'],
  },
]);
