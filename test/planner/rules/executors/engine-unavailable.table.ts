// Goal: an executor without its engine is not used
// Method: a table of facts with the exact subjects that the rule must name, alone and in a whole plan.
import { healthyFacts, withExecutors } from '../../facts-builder.js';
import { ruleTable } from '../../rule-table.js';
import { executorEngineUnavailable } from '../../../../src/planner/rules/executors/engine-unavailable.js';

ruleTable(executorEngineUnavailable, [
  {
    name: 'fires with the reason',
    facts: withExecutors(healthyFacts(), { engine: 'UNAVAILABLE', engineReason: 'no compiler' }),
    subjects: ['executor:local'],
  },
  { name: 'silent when available', facts: healthyFacts(), subjects: [] },
  {
    name: 'fires for one of two',
    facts: withExecutors(healthyFacts(), { name: 'a', engine: 'UNAVAILABLE', engineReason: null }, { name: 'b' }),
    subjects: ['executor:a'],
  },
]);
