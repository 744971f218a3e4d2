// Goal: SAN for a thin disk is obeyed with a warning [S02] [S03]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { sanThinByRequest } from '../../../../src/planner/rules/transport/san-thin-by-request.js';

vsphereRuleTable(sanThinByRequest, [
  { name: 'is silent for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for thin and unknown disks that go by SAN alone',
    facts: vsphereFacts({
      disks: [{}, { provisioning: 'UNKNOWN' }, { provisioning: 'THICK_EAGER_ZEROED' }],
      target: { transportPreference: ['SAN'] },
    }),
    hits: ['disk:2000', 'disk:2001'],
  },
]);
