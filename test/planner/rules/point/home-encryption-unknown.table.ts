// Goal: unknown encryption is never good [S40]
// Method: a table of facts with the exact subjects that the rule must name, alone and in a whole plan.
import { encryptedFacts, healthyFacts, withPoint } from '../../facts-builder.js';
import { ruleTable } from '../../rule-table.js';
import { homeEncryptionUnknown } from '../../../../src/planner/rules/point/home-encryption-unknown.js';

ruleTable(homeEncryptionUnknown, [
  { name: 'fires on UNKNOWN', facts: withPoint(healthyFacts(), { encryption: 'UNKNOWN' }), subjects: ['vm'] },
  { name: 'silent on a clear VM', facts: healthyFacts(), subjects: [] },
  { name: 'silent on an encrypted VM', facts: encryptedFacts(), subjects: [] },
]);
