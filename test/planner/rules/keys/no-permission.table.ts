// Goal: a door that is shut tells nothing of what is behind it
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceEncryptedFacts } from '../../in-place-facts.js';
import { encryptedFacts, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { keyNoPermission } from '../../../../src/planner/rules/keys/no-permission.js';

vsphereRuleTable(keyNoPermission, [
  {
    name: 'does not fire for a clear VM',
    facts: vsphereFacts({ keyStatuses: [{ available: 'NO', reason: 'NoPermissionToAccessKeyProvider' }] }),
    hits: [],
  },
  { name: 'does not fire while the key can be fetched', facts: encryptedFacts(), hits: [] },
  {
    name: 'fires for home and disks',
    facts: encryptedFacts({ keyStatuses: [{ available: 'NO', reason: 'NoPermissionToAccessKeyProvider' }] }),
    hits: ['vm', 'disk:2000', 'disk:2001'],
  },
  {
    name: 'fires for the present keys of a VM to overwrite',
    facts: inPlaceEncryptedFacts({ keyStatuses: [{ available: 'NO', reason: 'NoPermissionToAccessKeyProvider' }] }),
    hits: ['vm', 'disk:2000', 'disk:2001'],
  },
]);
