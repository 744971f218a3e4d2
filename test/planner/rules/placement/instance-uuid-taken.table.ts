// Goal: a VM beside its original gets another instance UUID, and that is told
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { instanceUuidTaken } from '../../../../src/planner/rules/placement/instance-uuid-taken.js';

vsphereRuleTable(instanceUuidTaken, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires beside the original',
    facts: vsphereFacts({ machines: [{ instanceUuid: '50000000-0000-0000-0000-000000000001' }] }),
    hits: ['vm'],
  },
  {
    name: 'whatever its letters',
    facts: vsphereFacts({
      machine: { instanceUuid: 'ABCDEF00-0000-0000-0000-000000000001' },
      machines: [{ instanceUuid: 'abcdef00-0000-0000-0000-000000000001' }],
    }),
    hits: ['vm'],
  },
  {
    name: 'does not fire for a copy',
    facts: vsphereFacts({
      target: { purpose: 'COPY' },
      machines: [{ instanceUuid: '50000000-0000-0000-0000-000000000001' }],
    }),
    hits: [],
  },
]);
