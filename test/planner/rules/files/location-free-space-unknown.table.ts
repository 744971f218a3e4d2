// Goal: unknown free space is never good
// Method: a table of facts with the exact subjects that the rule must name, alone and in a whole plan.
import { healthyFacts, withExecutors } from '../../facts-builder.js';
import { ruleTable } from '../../rule-table.js';
import { locationFreeSpaceUnknown } from '../../../../src/planner/rules/files/location-free-space-unknown.js';

ruleTable(locationFreeSpaceUnknown, [
  {
    name: 'fires on null',
    facts: withExecutors(healthyFacts(), {
      locations: [{ name: 'restores', readable: true, writable: true, freeBytes: null }],
    }),
    subjects: ['location:restores'],
  },
  {
    name: 'silent on zero, which is known',
    facts: withExecutors(healthyFacts(), {
      locations: [{ name: 'restores', readable: true, writable: true, freeBytes: 0 }],
    }),
    subjects: [],
  },
  { name: 'silent on a number', facts: healthyFacts(), subjects: [] },
]);
