// Goal: a bootstrap has an order
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { SEEN_AT, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { servicesStartOrder } from '../../../../src/planner/rules/operations/services-start-order.js';

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

vsphereRuleTable(servicesStartOrder, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  { name: 'does not fire for services that run', facts: services(['dns-1', [], 'YES']), hits: [] },
  {
    name: 'fires for those that do not',
    facts: services(['vc-b', ['dns-1']], ['dns-1', []]),
    hits: ['facts:services'],
  },
  { name: 'fires for one of which nobody knows', facts: services(['dns-1', [], 'UNKNOWN']), hits: ['facts:services'] },
  { name: 'leaves a circle to the other rule', facts: services(['ad-1', ['dns-1']], ['dns-1', ['ad-1']]), hits: [] },
]);
