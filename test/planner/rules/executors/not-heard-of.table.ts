// Goal: a silent executor is unknown, not good
// Method: a table of facts with the exact subjects that the rule must name, alone and in a whole plan.
import { healthyFacts, withExecutors } from '../../facts-builder.js';
import { ruleTable } from '../../rule-table.js';
import { executorNotHeardOf } from '../../../../src/planner/rules/executors/not-heard-of.js';

ruleTable(executorNotHeardOf, [
  {
    name: 'fires past the age limit',
    facts: withExecutors(healthyFacts(), { observedAt: '2026-05-04T03:08:59.999Z' }),
    subjects: ['executor:local'],
  },
  {
    name: 'silent at the age limit',
    facts: withExecutors(healthyFacts(), { observedAt: '2026-05-04T03:09:00.000Z' }),
    subjects: [],
  },
  {
    name: 'fires on a report from the future',
    facts: withExecutors(healthyFacts(), { observedAt: '2026-05-04T03:10:00.001Z' }),
    subjects: ['executor:local'],
  },
  {
    name: 'fires on a moment that is none',
    facts: withExecutors(healthyFacts(), { observedAt: 'yesterday' }),
    subjects: ['executor:local'],
  },
  {
    name: 'fires for the silent one of two',
    facts: withExecutors(healthyFacts(), { name: 'a' }, { name: 'b', observedAt: '2026-05-03T00:00:00.000Z' }),
    subjects: ['executor:b'],
  },
]);
