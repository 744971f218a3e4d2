// Goal: two running VMs of one BIOS UUID are prevented
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { biosUuidRunning } from '../../../../src/planner/rules/placement/bios-uuid-running.js';

vsphereRuleTable(biosUuidRunning, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for one that runs',
    facts: vsphereFacts({ machines: [{ biosUuid: '42000000-0000-0000-0000-000000000001', powerState: 'poweredOn' }] }),
    hits: ['vm'],
  },
  {
    name: 'fires for a word that nobody knows',
    facts: vsphereFacts({ machines: [{ biosUuid: '42000000-0000-0000-0000-000000000001', powerState: 'dreaming' }] }),
    hits: ['vm'],
  },
  {
    name: 'does not fire for a template',
    facts: vsphereFacts({
      machines: [{ biosUuid: '42000000-0000-0000-0000-000000000001', powerState: 'dreaming', template: 'YES' }],
    }),
    hits: [],
  },
  {
    name: 'does not fire without power-on',
    facts: vsphereFacts({
      target: { powerOn: false },
      machines: [{ biosUuid: '42000000-0000-0000-0000-000000000001', powerState: 'poweredOn' }],
    }),
    hits: [],
  },
]);
