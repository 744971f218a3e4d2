// Goal: a half-captured disk is never used
// Method: a table of facts with the exact subjects that the rule must name, alone and in a whole plan.
import { healthyFacts, withDisks } from '../../facts-builder.js';
import { ruleTable } from '../../rule-table.js';
import { diskDataIncomplete } from '../../../../src/planner/rules/point/disk-data-incomplete.js';

ruleTable(diskDataIncomplete, [
  {
    name: 'fires for that disk only',
    facts: withDisks(
      healthyFacts(),
      {},
      { deviceKey: 2001, dataState: 'CAPTURING', indexHash: null, repository: null },
    ),
    subjects: ['disk:2001'],
  },
  { name: 'silent on captured disks', facts: healthyFacts(), subjects: [] },
]);
