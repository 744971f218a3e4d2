// Goal: what ends within 30 days is told, both directions [S36]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { encryptedFacts, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { keyCertificateEndsSoon } from '../../../../src/planner/rules/keys/certificate-ends-soon.js';

const SERVER = {
  name: 'kms-1',
  address: 'kms-1.example',
  status: 'green',
  serverCertificateExpiresAt: '2028-01-01T00:00:00.000Z',
  clientCertificateExpiresAt: '2028-01-01T00:00:00.000Z',
  clientTrustsServer: 'YES',
  serverTrustsClient: 'YES',
} as const;

vsphereRuleTable(keyCertificateEndsSoon, [
  {
    name: 'does not fire for a clear VM',
    facts: vsphereFacts({
      keyProviders: [{ servers: [{ ...SERVER, serverCertificateExpiresAt: '2026-05-05T00:00:00.000Z' }] }],
    }),
    hits: [],
  },
  {
    name: 'does not fire at 30 days',
    facts: encryptedFacts({
      keyProviders: [{ servers: [{ ...SERVER, serverCertificateExpiresAt: '2026-06-03T03:10:00.000Z' }] }],
    }),
    hits: [],
  },
  {
    name: 'fires a millisecond below 30 days',
    facts: encryptedFacts({
      keyProviders: [{ servers: [{ ...SERVER, serverCertificateExpiresAt: '2026-06-03T03:09:59.999Z' }] }],
    }),
    hits: ['vm'],
  },
  {
    name: 'fires for that of the vCenter, on its last day',
    facts: encryptedFacts({
      keyProviders: [{ servers: [{ ...SERVER, clientCertificateExpiresAt: '2026-05-04T03:10:00.001Z' }] }],
    }),
    hits: ['vm'],
  },
  {
    name: 'leaves one that is over to its own rule',
    facts: encryptedFacts({
      keyProviders: [{ servers: [{ ...SERVER, serverCertificateExpiresAt: '2026-05-04T03:10:00.000Z' }, SERVER] }],
    }),
    hits: [],
  },
  {
    name: 'does not fire for a provider that gives none of the keys',
    facts: encryptedFacts({
      keyProviders: [
        {},
        {
          providerId: 'kmip-b',
          isDefault: 'NO',
          servers: [{ ...SERVER, serverCertificateExpiresAt: '2026-05-05T00:00:00.000Z' }],
        },
      ],
    }),
    hits: [],
  },
]);
