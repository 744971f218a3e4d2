// Goal: clear copies of encrypted disks are told
// Method: a table of facts with the exact subjects that the rule must name, alone and in a whole plan.
import { encryptedFacts, healthyFacts, withDisks } from '../../facts-builder.js';
import { ruleTable } from '../../rule-table.js';
import { diskWrittenInClear } from '../../../../src/planner/rules/files/disk-written-in-clear.js';

ruleTable(diskWrittenInClear, [
  { name: 'fires on an encrypted disk', facts: encryptedFacts(), subjects: ['disk:2000'] },
  { name: 'silent on a clear one', facts: healthyFacts(), subjects: [] },
  {
    name: 'fires for the encrypted disk of two',
    facts: withDisks(
      healthyFacts(),
      {},
      { deviceKey: 2001, key: { keyId: 'k', providerId: null, providerType: 'UNKNOWN' } },
    ),
    subjects: ['disk:2001'],
  },
]);
