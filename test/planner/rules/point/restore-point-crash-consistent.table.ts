// Goal: crash consistency is told
// Method: a table of facts with the exact subjects that the rule must name, alone and in a whole plan.
import { healthyFacts, withPoint } from '../../facts-builder.js';
import { ruleTable } from '../../rule-table.js';
import { restorePointCrashConsistent } from '../../../../src/planner/rules/point/restore-point-crash-consistent.js';

ruleTable(restorePointCrashConsistent, [
  { name: 'fires on CRASH', facts: withPoint(healthyFacts(), { consistency: 'CRASH' }), subjects: ['vm'] },
  { name: 'silent on FILE_SYSTEM', facts: healthyFacts(), subjects: [] },
  {
    name: 'silent on UNKNOWN, which is not CRASH',
    facts: withPoint(healthyFacts(), { consistency: 'UNKNOWN' }),
    subjects: [],
  },
]);
