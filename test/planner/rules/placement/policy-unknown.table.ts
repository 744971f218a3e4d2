// Goal: a policy of which nobody knows is not there
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { policyUnknown } from '../../../../src/planner/rules/placement/policy-unknown.js';

const CAPTURED = {
  scope: 'HOME',
  deviceKey: null,
  policyId: 'policy-1',
  policyName: 'Gold',
  encrypts: 'NO',
  contentHash: 'aa',
} as const;

vsphereRuleTable(policyUnknown, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for one that was asked for',
    facts: vsphereFacts({ placement: { homePolicyId: 'policy-enc' }, site: { storagePolicies: null } }),
    hits: ['vm'],
  },
  {
    name: 'fires for a captured one',
    facts: vsphereFacts({ point: { storagePolicies: [CAPTURED] }, site: { storagePolicies: null } }),
    hits: ['vm'],
  },
  { name: 'does not fire where there was none', facts: vsphereFacts({ site: { storagePolicies: null } }), hits: [] },
]);
