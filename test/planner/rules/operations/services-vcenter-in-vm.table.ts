// Goal: a vCenter cannot bring itself back
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { SEEN_AT, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { servicesVcenterInVm } from '../../../../src/planner/rules/operations/services-vcenter-in-vm.js';

function services(
  ...list: readonly (readonly [
    name: string,
    needs: readonly string[],
    running?: 'YES' | 'NO' | 'UNKNOWN',
    vm?: string,
  ])[]
) {
  const entries = list.map(([name, needs, running = 'NO', vmInstanceUuid = null]) => ({
    kind: name.startsWith('vc') ? ('VCENTER' as const) : ('DNS' as const),
    name,
    needs,
    running,
    vmInstanceUuid,
  }));
  return vsphereFacts({ site: { services: { observedAt: SEEN_AT, entries } } });
}

vsphereRuleTable(servicesVcenterInVm, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for the vCenter of the site',
    facts: services(['vc-b', [], 'NO', '50000000-0000-0000-0000-000000000001']),
    hits: ['vm'],
  },
  {
    name: 'does not fire while it runs',
    facts: services(['vc-b', [], 'YES', '50000000-0000-0000-0000-000000000001']),
    hits: [],
  },
  {
    name: 'does not fire for another VM',
    facts: services(['vc-b', [], 'NO', '50000000-0000-0000-0000-000000000002']),
    hits: [],
  },
  {
    name: 'knows it by its name too',
    facts: vsphereFacts({ machine: { serviceNames: ['vc-b'] }, site: services(['vc-b', []]).site }),
    hits: ['vm'],
  },
]);
