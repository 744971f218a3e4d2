// Goal: a VM whose disks nobody read is not overwritten
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceFacts } from '../../in-place-facts.js';
import { SEEN_AT } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { inPlaceDisksUnknown } from '../../../../src/planner/rules/disks/in-place-disks-unknown.js';

function unread() {
  const facts = inPlaceFacts();
  const [machine] = facts.site.targetMachine?.entries ?? [];
  if (machine === undefined) throw new Error('there is a VM to overwrite');
  return {
    ...facts,
    site: { ...facts.site, targetMachine: { observedAt: SEEN_AT, entries: [{ ...machine, disks: null }] } },
  };
}

vsphereRuleTable(inPlaceDisksUnknown, [
  { name: 'is silent for a healthy restore in place', facts: inPlaceFacts(), hits: [] },
  { name: 'fires when they were not read', facts: unread(), hits: ['vm'] },
]);
