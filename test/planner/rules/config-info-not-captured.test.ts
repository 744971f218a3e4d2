// Goal: a point without a ConfigInfo is told [S26]
// Method: a table of facts with the exact subjects that the rule must name, alone and in a whole plan.
import { healthyFacts, withItems, withPoint } from '../facts-builder.js';
import { ruleTable } from '../rule-table.js';
import { configInfoNotCaptured } from '../../../src/planner/rules/config-info-not-captured.js';

ruleTable(configInfoNotCaptured, [
  {
    name: 'fires when nobody saved it',
    facts: withItems(healthyFacts(), { CONFIG_INFO: 'NOT_CAPTURED' }),
    subjects: ['vm'],
  },
  { name: 'fires when nobody knows', facts: withItems(healthyFacts(), { CONFIG_INFO: 'UNKNOWN' }), subjects: ['vm'] },
  { name: 'fires when the facts do not list it', facts: withPoint(healthyFacts(), { items: [] }), subjects: ['vm'] },
  { name: 'silent when it is kept', facts: healthyFacts(), subjects: [] },
]);
