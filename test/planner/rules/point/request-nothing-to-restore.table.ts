// Goal: an empty request is refused
// Method: a table of facts with the exact subjects that the rule must name, alone and in a whole plan.
import { healthyFacts, withDisks } from '../../facts-builder.js';
import { ruleTable } from '../../rule-table.js';
import { requestNothingToRestore } from '../../../../src/planner/rules/point/request-nothing-to-restore.js';

ruleTable(requestNothingToRestore, [
  {
    name: 'fires on an empty list',
    facts: { ...healthyFacts(), request: { ...healthyFacts().request, deviceKeys: [] } },
    subjects: ['vm'],
  },
  { name: 'silent on null, which means all', facts: healthyFacts(), subjects: [] },
  { name: 'silent on a VM that has no disks', facts: withDisks(healthyFacts()), subjects: [] },
]);
