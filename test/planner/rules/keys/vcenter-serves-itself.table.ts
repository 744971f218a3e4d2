// Goal: the vCenter cannot hand its own VM the key [S36]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import type { ServiceFact } from '../../../../src/planner/facts/site.js';
import { encryptedFacts, vsphereFacts, SEEN_AT } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { keyVcenterServesItself } from '../../../../src/planner/rules/keys/vcenter-serves-itself.js';

/** Instance UUID of the VM of the point. */
const THIS_VM = '50000000-0000-0000-0000-000000000001';

vsphereRuleTable(keyVcenterServesItself, [
  {
    name: 'does not fire for a clear VM',
    facts: vsphereFacts({ ...services(service('vc-b', { kind: 'VCENTER', vmInstanceUuid: THIS_VM })) }),
    hits: [],
  },
  {
    name: 'does not fire for a vCenter elsewhere',
    facts: encryptedFacts({ ...services(service('vc-b', { kind: 'VCENTER' })) }),
    hits: [],
  },
  {
    name: 'fires for its own VM',
    facts: encryptedFacts({ ...services(service('vc-b', { kind: 'VCENTER', vmInstanceUuid: THIS_VM })) }),
    hits: ['power-on'],
  },
]);

function service(name: string, change: Partial<ServiceFact>): ServiceFact {
  return { kind: 'KEY_SERVER', name, vmInstanceUuid: null, needs: [], running: 'YES', ...change };
}

function services(...entries: readonly ServiceFact[]) {
  return { site: { services: { observedAt: SEEN_AT, entries } } };
}
