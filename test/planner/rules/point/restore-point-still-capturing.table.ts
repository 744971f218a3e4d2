// Goal: a point is not used before its capture has ended
// Method: a table of facts with the exact subjects that the rule must name, alone and in a whole plan.
import { healthyFacts, withPoint } from '../../facts-builder.js';
import { ruleTable } from '../../rule-table.js';
import { restorePointStillCapturing } from '../../../../src/planner/rules/point/restore-point-still-capturing.js';

ruleTable(restorePointStillCapturing, [
  { name: 'fires while capturing', facts: withPoint(healthyFacts(), { state: 'CAPTURING' }), subjects: ['vm'] },
  { name: 'silent on an available point', facts: healthyFacts(), subjects: [] },
  { name: 'silent on a failed one', facts: withPoint(healthyFacts(), { state: 'FAILED' }), subjects: [] },
]);
