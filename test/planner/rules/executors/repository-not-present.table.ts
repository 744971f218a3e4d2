// Goal: an executor without the repository is not used
// Method: a table of facts with the exact subjects that the rule must name, alone and in a whole plan.
import { healthyFacts, withDisks, withExecutors } from '../../facts-builder.js';
import { ruleTable } from '../../rule-table.js';
import { executorRepositoryNotPresent } from '../../../../src/planner/rules/executors/repository-not-present.js';

ruleTable(executorRepositoryNotPresent, [
  {
    name: 'fires when its folder is gone',
    facts: withExecutors(healthyFacts(), { repositories: [{ name: 'main', present: false }] }),
    subjects: ['executor:local'],
  },
  {
    name: 'fires when it has none of that name',
    facts: withExecutors(healthyFacts(), { repositories: [] }),
    subjects: ['executor:local'],
  },
  { name: 'silent when present', facts: healthyFacts(), subjects: [] },
  {
    name: 'silent for a disk without data',
    facts: withDisks(withExecutors(healthyFacts(), { repositories: [] }), {
      dataState: 'NOT_CAPTURED',
      indexHash: null,
      repository: null,
    }),
    subjects: [],
  },
]);
