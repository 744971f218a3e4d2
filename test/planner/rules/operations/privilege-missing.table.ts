// Goal: each privilege that a step lacks is named before the step fails
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { vsphereFacts } from '../../vsphere-facts.js';
import type { Changes } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { sitePrivilegeMissing } from '../../../../src/planner/rules/operations/privilege-missing.js';

function withoutPrivilege(privilege: string, changes: Changes = {}) {
  const facts = vsphereFacts(changes);
  const entries = facts.site.privileges?.entries.map((one) =>
    one.privilege === privilege ? { privilege, held: 'NO' as const } : one,
  );
  return { ...facts, site: { ...facts.site, privileges: { observedAt: facts.now, entries: entries ?? [] } } };
}

vsphereRuleTable(sitePrivilegeMissing, [
  { name: 'does not fire for a healthy restore', facts: vsphereFacts(), hits: [] },
  { name: 'fires for one that is not held', facts: withoutPrivilege('VirtualMachine.Inventory.Create'), hits: ['vm'] },
  {
    name: 'does not fire for one that no step needs',
    facts: withoutPrivilege('VirtualMachine.Provisioning.MarkAsTemplate'),
    hits: [],
  },
  {
    name: 'does not ask for power-on where none was asked for',
    facts: withoutPrivilege('VirtualMachine.Interact.PowerOn', { target: { powerOn: false } }),
    hits: [],
  },
]);
