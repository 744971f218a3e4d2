// Goal: a damaged disk is never used
// Method: a table of facts with the exact subjects that the rule must name, alone and in a whole plan.
import { healthyFacts, withDisks } from '../../facts-builder.js';
import { ruleTable } from '../../rule-table.js';
import { diskDataDamaged } from '../../../../src/planner/rules/point/disk-data-damaged.js';

ruleTable(diskDataDamaged, [
  {
    name: 'fires for that disk only',
    facts: withDisks(healthyFacts(), { dataState: 'DAMAGED' }, { deviceKey: 2001 }),
    subjects: ['disk:2000'],
  },
  { name: 'silent on whole disks', facts: healthyFacts(), subjects: [] },
]);
