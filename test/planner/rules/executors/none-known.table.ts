// Goal: without an executor nothing moves
// Method: a table of facts with the exact subjects that the rule must name, alone and in a whole plan.
import { healthyFacts, withExecutors } from '../../facts-builder.js';
import { ruleTable } from '../../rule-table.js';
import { executorNoneKnown } from '../../../../src/planner/rules/executors/none-known.js';

ruleTable(executorNoneKnown, [
  { name: 'fires on none', facts: withExecutors(healthyFacts()), subjects: ['vm'] },
  { name: 'silent on one', facts: healthyFacts(), subjects: [] },
]);
