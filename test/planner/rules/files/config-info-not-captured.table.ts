// Goal: a point without a ConfigInfo is told [S26]
// Method: a table of facts with the exact subjects that the rule must name, alone and in a whole plan.
import { healthyFacts, withItems } from '../../facts-builder.js';
import { ruleTable } from '../../rule-table.js';
import { configInfoNotCaptured } from '../../../../src/planner/rules/files/config-info-not-captured.js';

ruleTable(configInfoNotCaptured, [
  {
    name: 'fires when nobody saved it',
    facts: withItems(healthyFacts(), { CONFIG_INFO: 'NOT_CAPTURED' }),
    subjects: ['vm'],
  },
  {
    name: 'silent when it is kept but not whole: another rule speaks',
    facts: withItems(healthyFacts(), { CONFIG_INFO: 'UNKNOWN' }),
    subjects: [],
  },
  { name: 'silent when it is kept', facts: healthyFacts(), subjects: [] },
]);
