// Goal: a circle that only a cold start shows is told [S36]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import type { ServiceFact } from '../../../../src/planner/facts/site.js';
import { encryptedFacts, vsphereFacts, SEEN_AT } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { keyServedByItselfLater } from '../../../../src/planner/rules/keys/served-by-itself-later.js';

/** Instance UUID of the VM of the point. */
const THIS_VM = '50000000-0000-0000-0000-000000000001';

vsphereRuleTable(keyServedByItselfLater, [
  {
    name: 'does not fire for a clear VM',
    facts: vsphereFacts({ ...services(service('kms-1', { vmInstanceUuid: THIS_VM })) }),
    hits: [],
  },
  {
    name: 'fires while the original serves it',
    facts: encryptedFacts({ ...services(service('kms-1', { vmInstanceUuid: THIS_VM })) }),
    hits: ['power-on'],
  },
  {
    name: 'does not fire for a second server elsewhere',
    facts: encryptedFacts({
      ...services(service('kms-1', { vmInstanceUuid: THIS_VM })),
      keyProviders: [{ servers: [server('kms-1'), server('kms-2')] }],
    }),
    hits: [],
  },
  {
    name: 'leaves a key that waits to its own rule',
    facts: encryptedFacts({
      ...services(service('kms-1', { vmInstanceUuid: THIS_VM })),
      keyStatuses: [{ available: 'NO', reason: 'KeyStateClusterUnreachable' }],
    }),
    hits: [],
  },
]);

function service(name: string, change: Partial<ServiceFact>): ServiceFact {
  return { kind: 'KEY_SERVER', name, vmInstanceUuid: null, needs: [], running: 'YES', ...change };
}

function services(...entries: readonly ServiceFact[]) {
  return { site: { services: { observedAt: SEEN_AT, entries } } };
}

function server(name: string) {
  const end = '2028-01-01T00:00:00.000Z';
  const ends = { serverCertificateExpiresAt: end, clientCertificateExpiresAt: end };
  return {
    name,
    address: null,
    status: 'green',
    ...ends,
    clientTrustsServer: 'YES',
    serverTrustsClient: 'YES',
  } as const;
}
