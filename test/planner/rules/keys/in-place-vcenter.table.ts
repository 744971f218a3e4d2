// Goal: nobody overwrites the vCenter through itself
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import type { ServiceFact } from '../../../../src/planner/facts/site.js';
import { inPlaceFacts } from '../../in-place-facts.js';
import { vsphereFacts, SEEN_AT } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { inPlaceVcenter } from '../../../../src/planner/rules/keys/in-place-vcenter.js';

/** Instance UUID of the VM of the point. */
const THIS_VM = '50000000-0000-0000-0000-000000000001';

vsphereRuleTable(inPlaceVcenter, [
  {
    name: 'does not fire for another VM',
    facts: inPlaceFacts({ ...services(service('vc-b', { kind: 'VCENTER' })) }),
    hits: [],
  },
  {
    name: 'fires for its own, clear or not',
    facts: inPlaceFacts({ ...services(service('vc-b', { kind: 'VCENTER', vmInstanceUuid: THIS_VM })) }),
    hits: ['vm'],
  },
  {
    name: 'does not fire for a new VM beside it',
    facts: vsphereFacts({ ...services(service('vc-b', { kind: 'VCENTER', vmInstanceUuid: THIS_VM })) }),
    hits: [],
  },
]);

function service(name: string, change: Partial<ServiceFact>): ServiceFact {
  return { kind: 'KEY_SERVER', name, vmInstanceUuid: null, needs: [], running: 'YES', ...change };
}

function services(...entries: readonly ServiceFact[]) {
  return { site: { services: { observedAt: SEEN_AT, entries } } };
}
