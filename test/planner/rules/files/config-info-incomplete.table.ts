// Goal: a ConfigInfo that is not whole is told [S26]
// Method: a table of facts with the exact subjects that the rule must name, alone and in a whole plan.
import { healthyFacts, withItems, withPoint } from '../../facts-builder.js';
import { ruleTable } from '../../rule-table.js';
import { configInfoIncomplete } from '../../../../src/planner/rules/files/config-info-incomplete.js';

ruleTable(configInfoIncomplete, [
  { name: 'fires when nobody knows', facts: withItems(healthyFacts(), { CONFIG_INFO: 'UNKNOWN' }), subjects: ['vm'] },
  { name: 'fires when the facts do not list it', facts: withPoint(healthyFacts(), { items: [] }), subjects: ['vm'] },
  {
    name: 'silent when it was not saved: another rule speaks',
    facts: withItems(healthyFacts(), { CONFIG_INFO: 'NOT_CAPTURED' }),
    subjects: [],
  },
  { name: 'silent when it is whole', facts: healthyFacts(), subjects: [] },
]);
