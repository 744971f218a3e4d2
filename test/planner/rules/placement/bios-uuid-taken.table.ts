// Goal: two VMs of one BIOS UUID are told
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { biosUuidTaken } from '../../../../src/planner/rules/placement/bios-uuid-taken.js';

vsphereRuleTable(biosUuidTaken, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for one that is off',
    facts: vsphereFacts({ machines: [{ biosUuid: '42000000-0000-0000-0000-000000000001' }] }),
    hits: ['vm'],
  },
  {
    name: 'leaves one that runs to the other rule',
    facts: vsphereFacts({ machines: [{ biosUuid: '42000000-0000-0000-0000-000000000001', powerState: 'poweredOn' }] }),
    hits: [],
  },
  {
    name: 'fires for one that runs when this one stays off',
    facts: vsphereFacts({
      target: { powerOn: false },
      machines: [{ biosUuid: '42000000-0000-0000-0000-000000000001', powerState: 'poweredOn' }],
    }),
    hits: ['vm'],
  },
  {
    name: 'does not fire for a copy',
    facts: vsphereFacts({
      target: { purpose: 'COPY' },
      machines: [{ biosUuid: '42000000-0000-0000-0000-000000000001' }],
    }),
    hits: [],
  },
]);
