// Goal: a restore to files never claims to bring the encryption back [S34]
// Method: a table of facts with the exact subjects that the rule must name, alone and in a whole plan.
import { encryptedFacts, healthyFacts, withPoint } from '../../facts-builder.js';
import { ruleTable } from '../../rule-table.js';
import { homeBundleStaysSealed } from '../../../../src/planner/rules/files/home-bundle-stays-sealed.js';

ruleTable(homeBundleStaysSealed, [
  { name: 'fires on an encrypted VM', facts: encryptedFacts(), subjects: ['vm'] },
  { name: 'silent on a clear VM', facts: healthyFacts(), subjects: [] },
  {
    name: 'silent when unknown: another rule speaks',
    facts: withPoint(healthyFacts(), { encryption: 'UNKNOWN' }),
    subjects: [],
  },
]);
