// Goal: a disk without data is named
// Method: a table of facts with the exact subjects that the rule must name, alone and in a whole plan.
import { healthyFacts, withDisks } from '../../facts-builder.js';
import { ruleTable } from '../../rule-table.js';
import { diskDataNotCaptured } from '../../../../src/planner/rules/point/disk-data-not-captured.js';

ruleTable(diskDataNotCaptured, [
  {
    name: 'fires for that disk only',
    facts: withDisks(
      healthyFacts(),
      {},
      { deviceKey: 2001, dataState: 'NOT_CAPTURED', indexHash: null, repository: null },
    ),
    subjects: ['disk:2001'],
  },
  { name: 'silent on captured disks', facts: healthyFacts(), subjects: [] },
  {
    name: 'silent for a disk that was not asked for',
    facts: {
      ...withDisks(healthyFacts(), {}, { deviceKey: 2001, dataState: 'NOT_CAPTURED' }),
      request: { ...healthyFacts().request, deviceKeys: [2000] },
    },
    subjects: [],
  },
]);
