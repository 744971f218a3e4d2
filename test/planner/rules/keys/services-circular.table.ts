// Goal: circles of services are found, never walked for ever
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import type { ServiceFact } from '../../../../src/planner/facts/site.js';
import { encryptedFacts, vsphereFacts, SEEN_AT } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { servicesCircular } from '../../../../src/planner/rules/keys/services-circular.js';

vsphereRuleTable(servicesCircular, [
  { name: 'does not fire without services', facts: vsphereFacts(), hits: [] },
  {
    name: 'does not fire for a chain, met twice',
    facts: vsphereFacts({
      ...services(
        service('vc', { kind: 'VCENTER', needs: ['dns', 'ntp'] }),
        service('dns', { kind: 'DNS', needs: ['ntp'] }),
        service('ntp', { kind: 'OTHER' }),
      ),
    }),
    hits: [],
  },
  {
    name: 'fires for one that needs itself',
    facts: vsphereFacts({ ...services(service('vc', { kind: 'VCENTER', needs: ['vc'] })) }),
    hits: ['facts:services'],
  },
  {
    name: 'fires for a circle behind the vCenter',
    facts: vsphereFacts({
      ...services(
        service('vc', { kind: 'VCENTER', needs: ['dns'] }),
        service('dns', { kind: 'DNS', needs: ['ad'] }),
        service('ad', { kind: 'DIRECTORY', needs: ['dns'] }),
      ),
    }),
    hits: ['facts:services'],
  },
  {
    name: 'does not fire for a circle that nothing here leans on',
    facts: vsphereFacts({
      ...services(service('a', { kind: 'OTHER', needs: ['b'] }), service('b', { kind: 'OTHER', needs: ['a'] })),
    }),
    hits: [],
  },
  {
    name: 'fires for one behind a key server, for an encrypted VM only',
    facts: encryptedFacts({
      ...services(service('kms-1', { needs: ['b'] }), service('b', { kind: 'OTHER', needs: ['kms-1'] })),
    }),
    hits: ['facts:services'],
  },
  {
    name: 'a need that nobody lists ends the walk',
    facts: vsphereFacts({ ...services(service('vc', { kind: 'VCENTER', needs: ['nobody'] })) }),
    hits: [],
  },
]);

function service(name: string, change: Partial<ServiceFact>): ServiceFact {
  return { kind: 'KEY_SERVER', name, vmInstanceUuid: null, needs: [], running: 'YES', ...change };
}

function services(...entries: readonly ServiceFact[]) {
  return { site: { services: { observedAt: SEEN_AT, entries } } };
}
