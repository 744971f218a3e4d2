// Goal: a failed capture is never restored from
// Method: a table of facts with the exact subjects that the rule must name, alone and in a whole plan.
import { healthyFacts, withPoint } from '../../facts-builder.js';
import { ruleTable } from '../../rule-table.js';
import { restorePointCaptureFailed } from '../../../../src/planner/rules/point/restore-point-capture-failed.js';

ruleTable(restorePointCaptureFailed, [
  { name: 'fires on a failed capture', facts: withPoint(healthyFacts(), { state: 'FAILED' }), subjects: ['vm'] },
  { name: 'silent on an available point', facts: healthyFacts(), subjects: [] },
  { name: 'silent while capturing', facts: withPoint(healthyFacts(), { state: 'CAPTURING' }), subjects: [] },
]);
