// Goal: a restore that does not fit is refused
// Method: a table of facts with the exact subjects that the rule must name, alone and in a whole plan.
import { healthyFacts, withDisks, withExecutors } from '../facts-builder.js';
import { ruleTable } from '../rule-table.js';
import { locationNotEnoughSpace } from '../../../src/planner/rules/location-not-enough-space.js';

ruleTable(locationNotEnoughSpace, [
  {
    name: 'fires one byte short of disk and NVRAM',
    facts: withExecutors(healthyFacts(), {
      locations: [{ name: 'restores', readable: true, writable: true, freeBytes: 20_980_203 }],
    }),
    subjects: ['location:restores'],
  },
  {
    name: 'silent at the exact need',
    facts: withExecutors(healthyFacts(), {
      locations: [{ name: 'restores', readable: true, writable: true, freeBytes: 20_980_204 }],
    }),
    subjects: [],
  },
  {
    name: 'counts the capacity where data is not counted',
    facts: withDisks(
      withExecutors(healthyFacts(), {
        locations: [{ name: 'restores', readable: true, writable: true, freeBytes: 67_000_000 }],
      }),
      { dataBytes: null },
    ),
    subjects: ['location:restores'],
  },
  {
    name: 'silent when unknown: another rule speaks',
    facts: withExecutors(healthyFacts(), {
      locations: [{ name: 'restores', readable: true, writable: true, freeBytes: null }],
    }),
    subjects: [],
  },
]);
