// Goal: a point without any data blocks
// Method: a table of facts with the exact subjects that the rule must name, alone and in a whole plan.
import { healthyFacts, withDisks } from '../../facts-builder.js';
import { ruleTable } from '../../rule-table.js';
import { diskNoDataInRepository } from '../../../../src/planner/rules/point/disk-no-data-in-repository.js';

ruleTable(diskNoDataInRepository, [
  {
    name: 'fires when no disk was captured',
    facts: withDisks(healthyFacts(), { dataState: 'NOT_CAPTURED', indexHash: null, repository: null }),
    subjects: ['vm'],
  },
  {
    name: 'silent when one of two was',
    facts: withDisks(
      healthyFacts(),
      { dataState: 'NOT_CAPTURED', indexHash: null, repository: null },
      { deviceKey: 2001 },
    ),
    subjects: [],
  },
  { name: 'silent on a healthy point', facts: healthyFacts(), subjects: [] },
  { name: 'silent on a VM without disks', facts: withDisks(healthyFacts()), subjects: [] },
]);
