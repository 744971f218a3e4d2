// Goal: a read-only location is not written
// Method: a table of facts with the exact subjects that the rule must name, alone and in a whole plan.
import { healthyFacts, withExecutors } from '../../facts-builder.js';
import { ruleTable } from '../../rule-table.js';
import { locationNotWritable } from '../../../../src/planner/rules/files/location-not-writable.js';

ruleTable(locationNotWritable, [
  {
    name: 'fires on read-only',
    facts: withExecutors(healthyFacts(), {
      locations: [{ name: 'restores', readable: true, writable: false, freeBytes: 10_737_418_240 }],
    }),
    subjects: ['location:restores'],
  },
  { name: 'silent on writable', facts: healthyFacts(), subjects: [] },
  {
    name: 'silent when unknown: another rule speaks',
    facts: withExecutors(healthyFacts(), { locations: [] }),
    subjects: [],
  },
]);
