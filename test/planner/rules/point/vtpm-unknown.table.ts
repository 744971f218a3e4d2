// Goal: an unknown vTPM is never good [S43]
// Method: a table of facts with the exact subjects that the rule must name, alone and in a whole plan.
import { encryptedFacts, healthyFacts, withPoint } from '../../facts-builder.js';
import { ruleTable } from '../../rule-table.js';
import { vtpmUnknown } from '../../../../src/planner/rules/point/vtpm-unknown.js';

ruleTable(vtpmUnknown, [
  { name: 'fires on UNKNOWN', facts: withPoint(healthyFacts(), { vtpm: 'UNKNOWN' }), subjects: ['vtpm'] },
  { name: 'silent without one', facts: healthyFacts(), subjects: [] },
  { name: 'silent with one', facts: encryptedFacts(), subjects: [] },
]);
