// Goal: rules of the cluster that are lost are named
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceFacts } from '../../in-place-facts.js';
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { clusterRulesLeft } from '../../../../src/planner/rules/placement/cluster-rules-left.js';

vsphereRuleTable(clusterRulesLeft, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for rules that named it',
    facts: vsphereFacts({ machine: { clusterRules: ['keep web apart'] } }),
    hits: ['vm'],
  },
  { name: 'does not fire in place', facts: inPlaceFacts({ machine: { clusterRules: ['keep web apart'] } }), hits: [] },
]);
