// Goal: a key that only the VM itself can serve is never waited for [S36]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import type { ServiceFact } from '../../../../src/planner/facts/site.js';
import { inPlaceEncryptedFacts } from '../../in-place-facts.js';
import { encryptedFacts, vsphereFacts, SEEN_AT } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { keyServedByItself } from '../../../../src/planner/rules/keys/served-by-itself.js';

/** Instance UUID of the VM of the point. */
const THIS_VM = '50000000-0000-0000-0000-000000000001';
const DOWN = { available: 'NO', reason: 'KeyStateClusterUnreachable' } as const;

vsphereRuleTable(keyServedByItself, [
  {
    name: 'does not fire for a clear VM',
    facts: vsphereFacts({ ...services(service('kms-1', { vmInstanceUuid: THIS_VM })) }),
    hits: [],
  },
  {
    name: 'does not fire while the original serves it',
    facts: encryptedFacts({ ...services(service('kms-1', { vmInstanceUuid: THIS_VM })) }),
    hits: [],
  },
  {
    name: 'fires when the key waits for this very VM',
    facts: encryptedFacts({ ...services(service('kms-1', { vmInstanceUuid: THIS_VM })), keyStatuses: [DOWN] }),
    hits: ['power-on'],
  },
  {
    name: 'fires when the server needs what runs in the VM',
    facts: encryptedFacts({
      ...services(service('kms-1', { needs: ['dns-1'] }), service('dns-1', { kind: 'DNS', vmInstanceUuid: THIS_VM })),
      keyStatuses: [DOWN],
    }),
    hits: ['power-on'],
  },
  {
    name: 'fires for a name that the VM bears, through a circle',
    facts: encryptedFacts({
      ...services(
        service('kms-1', { needs: ['dns-1'] }),
        service('dns-1', { kind: 'DNS', needs: ['kms-1', 'ldap-1'] }),
      ),
      machine: { serviceNames: ['ldap-1'] },
      keyStatuses: [DOWN],
    }),
    hits: ['power-on'],
  },
  {
    name: 'does not fire for servers elsewhere',
    facts: encryptedFacts({ ...services(service('kms-1', {})), keyStatuses: [DOWN] }),
    hits: [],
  },
  {
    name: 'fires in place, where the original goes down',
    facts: inPlaceEncryptedFacts({ ...services(service('kms-1', { vmInstanceUuid: THIS_VM })) }),
    hits: ['power-on'],
  },
]);

function service(name: string, change: Partial<ServiceFact>): ServiceFact {
  return { kind: 'KEY_SERVER', name, vmInstanceUuid: null, needs: [], running: 'YES', ...change };
}

function services(...entries: readonly ServiceFact[]) {
  return { site: { services: { observedAt: SEEN_AT, entries } } };
}
