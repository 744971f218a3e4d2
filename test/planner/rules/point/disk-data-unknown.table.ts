// Goal: disks that may be missing are never good
// Method: a table of facts with the exact subjects that the rule must name, alone and in a whole plan.
import { healthyFacts, withDisks, withItems, withPoint } from '../../facts-builder.js';
import { ruleTable } from '../../rule-table.js';
import { diskDataUnknown } from '../../../../src/planner/rules/point/disk-data-unknown.js';

ruleTable(diskDataUnknown, [
  { name: 'fires when nobody knows', facts: withItems(healthyFacts(), { DISK_DATA: 'UNKNOWN' }), subjects: ['vm'] },
  { name: 'fires when the facts do not list it', facts: withPoint(healthyFacts(), { items: [] }), subjects: ['vm'] },
  {
    name: 'silent when there were none',
    facts: withItems(withDisks(healthyFacts()), { DISK_DATA: 'NOT_PRESENT' }),
    subjects: [],
  },
  { name: 'silent on captured disks', facts: healthyFacts(), subjects: [] },
]);
