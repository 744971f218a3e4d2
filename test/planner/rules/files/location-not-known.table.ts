// Goal: an executor without the location is not used
// Method: a table of facts with the exact subjects that the rule must name, alone and in a whole plan.
import { healthyFacts, withExecutors } from '../../facts-builder.js';
import { ruleTable } from '../../rule-table.js';
import { locationNotKnown } from '../../../../src/planner/rules/files/location-not-known.js';

ruleTable(locationNotKnown, [
  {
    name: 'fires on another name',
    facts: withExecutors(healthyFacts(), {
      locations: [{ name: 'other', readable: true, writable: true, freeBytes: 1 }],
    }),
    subjects: ['location:restores'],
  },
  { name: 'silent when it has it', facts: healthyFacts(), subjects: [] },
]);
