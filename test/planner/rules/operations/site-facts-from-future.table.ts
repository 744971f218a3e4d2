// Goal: a clock that runs ahead is told
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { siteFactsFromFuture } from '../../../../src/planner/rules/operations/site-facts-from-future.js';

vsphereRuleTable(siteFactsFromFuture, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for what is one second ahead',
    facts: vsphereFacts({ site: { services: { observedAt: '2026-05-04T03:10:01.000Z', entries: [] } } }),
    hits: ['facts:services'],
  },
  {
    name: 'does not fire for now',
    facts: vsphereFacts({ site: { services: { observedAt: '2026-05-04T03:10:00.000Z', entries: [] } } }),
    hits: [],
  },
]);
