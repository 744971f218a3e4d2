// Goal: an unknown device key is refused
// Method: a table of facts with the exact subjects that the rule must name, alone and in a whole plan.
import { healthyFacts } from '../../facts-builder.js';
import { ruleTable } from '../../rule-table.js';
import { requestDiskNotInPoint } from '../../../../src/planner/rules/point/request-disk-not-in-point.js';

ruleTable(requestDiskNotInPoint, [
  {
    name: 'fires on a stranger',
    facts: { ...healthyFacts(), request: { ...healthyFacts().request, deviceKeys: [2000, 3000] } },
    subjects: ['disk:3000'],
  },
  {
    name: 'silent on known keys',
    facts: { ...healthyFacts(), request: { ...healthyFacts().request, deviceKeys: [2000] } },
    subjects: [],
  },
  { name: 'silent when all are asked for', facts: healthyFacts(), subjects: [] },
]);
