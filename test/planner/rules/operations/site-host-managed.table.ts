// Goal: two masters never write one host
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { siteHostManaged } from '../../../../src/planner/rules/operations/site-host-managed.js';

function about(managedBy: string | null) {
  const { about: seen } = vsphereFacts().site;
  return { observedAt: seen!.observedAt, entries: [{ ...seen!.entries[0]!, managedBy }] };
}

vsphereRuleTable(siteHostManaged, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  {
    name: 'fires for a managed host',
    facts: vsphereFacts({ site: { kind: 'ESXI', about: about('10.0.0.5') } }),
    hits: ['vm'],
  },
  {
    name: 'does not fire for one that stands alone',
    facts: vsphereFacts({ site: { kind: 'ESXI', about: about(null) } }),
    hits: [],
  },
]);
