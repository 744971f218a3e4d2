// Goal: who must agree is told with the plan
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { approvalsNeeded } from '../../../../src/planner/rules/operations/approvals-needed.js';

vsphereRuleTable(approvalsNeeded, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  { name: 'fires for one', facts: vsphereFacts({ policy: { approvalsNeeded: 1 } }), hits: ['vm'] },
]);
