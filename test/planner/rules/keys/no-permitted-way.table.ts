// Goal: a lost key blocks until somebody consents to new ones [S36] [S40] [S44]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { encryptedFacts, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { keyNoPermittedWay } from '../../../../src/planner/rules/keys/no-permitted-way.js';

vsphereRuleTable(keyNoPermittedWay, [
  { name: 'does not fire for a clear VM', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires when the key is gone and new ones are not allowed',
    facts: encryptedFacts({ keyStatuses: [{ available: 'NO', reason: 'KeyStateMissingInKMS' }] }),
    hits: ['vm', 'disk:2000', 'disk:2001'],
  },
  {
    name: 'fires when new keys are allowed and no provider can give them',
    facts: encryptedFacts({
      consents: { rekey: true },
      keyStatuses: [{ available: 'NO', reason: 'KeyStateMissingInKMS' }],
      keyProviders: [{ isDefault: 'NO' }],
    }),
    hits: ['vm', 'disk:2000', 'disk:2001'],
  },
  {
    name: 'does not fire for a link that is down',
    facts: encryptedFacts({ keyStatuses: [{ available: 'NO', reason: 'KeyStateClusterUnreachable' }] }),
    hits: [],
  },
]);
