// Goal: a circle of services is never good
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { SEEN_AT, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { servicesNoStartOrder } from '../../../../src/planner/rules/operations/services-no-start-order.js';

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

vsphereRuleTable(servicesNoStartOrder, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  { name: 'fires for a circle', facts: services(['ad-1', ['dns-1']], ['dns-1', ['ad-1']]), hits: ['facts:services'] },
  { name: 'fires for one that needs itself', facts: services(['dns-1', ['dns-1']]), hits: ['facts:services'] },
  { name: 'fires for a need that nobody named', facts: services(['dns-1', ['ghost']]), hits: ['facts:services'] },
  {
    name: 'does not fire for a circle that runs',
    facts: services(['ad-1', ['dns-1'], 'YES'], ['dns-1', ['ad-1'], 'YES']),
    hits: [],
  },
]);
