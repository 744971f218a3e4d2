// Goal: a certificate that is over or a trust that is gone blocks, both directions [S36]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { inPlaceEncryptedFacts } from '../../in-place-facts.js';
import { encryptedFacts, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { keyNoUsableServer } from '../../../../src/planner/rules/keys/no-usable-server.js';

const SERVER = {
  name: 'kms-1',
  address: 'kms-1.example',
  status: 'green',
  serverCertificateExpiresAt: '2028-01-01T00:00:00.000Z',
  clientCertificateExpiresAt: '2028-01-01T00:00:00.000Z',
  clientTrustsServer: 'YES',
  serverTrustsClient: 'YES',
} as const;

vsphereRuleTable(keyNoUsableServer, [
  {
    name: 'does not fire for a clear VM',
    facts: vsphereFacts({ keyProviders: [{ servers: [{ ...SERVER, status: 'red' }] }] }),
    hits: [],
  },
  {
    name: 'does not fire while one server serves',
    facts: encryptedFacts({ keyProviders: [{ servers: [{ ...SERVER, status: 'red' }, SERVER] }] }),
    hits: [],
  },
  {
    name: 'fires for a server that is red',
    facts: encryptedFacts({ keyProviders: [{ servers: [{ ...SERVER, status: 'red' }] }] }),
    hits: ['vm', 'disk:2000', 'disk:2001'],
  },
  {
    name: 'fires when the vCenter does not trust the server',
    facts: encryptedFacts({ keyProviders: [{ servers: [{ ...SERVER, clientTrustsServer: 'NO' }] }] }),
    hits: ['vm', 'disk:2000', 'disk:2001'],
  },
  {
    name: 'fires when the server does not trust the vCenter',
    facts: encryptedFacts({ keyProviders: [{ servers: [{ ...SERVER, serverTrustsClient: 'NO' }] }] }),
    hits: ['vm', 'disk:2000', 'disk:2001'],
  },
  {
    name: 'fires at the very end of the certificate of the server',
    facts: encryptedFacts({
      keyProviders: [{ servers: [{ ...SERVER, serverCertificateExpiresAt: '2026-05-04T03:10:00.000Z' }] }],
    }),
    hits: ['vm', 'disk:2000', 'disk:2001'],
  },
  {
    name: 'fires at the very end of that of the vCenter',
    facts: encryptedFacts({
      keyProviders: [{ servers: [{ ...SERVER, clientCertificateExpiresAt: '2026-05-04T03:10:00.000Z' }] }],
    }),
    hits: ['vm', 'disk:2000', 'disk:2001'],
  },
  {
    name: 'does not fire a millisecond before',
    facts: encryptedFacts({
      keyProviders: [{ servers: [{ ...SERVER, clientCertificateExpiresAt: '2026-05-04T03:10:00.001Z' }] }],
    }),
    hits: [],
  },
  {
    name: 'fires for a provider without a server',
    facts: encryptedFacts({ keyProviders: [{ servers: [] }] }),
    hits: ['vm', 'disk:2000', 'disk:2001'],
  },
  {
    name: 'fires for the present keys of a VM to overwrite',
    facts: inPlaceEncryptedFacts({ keyProviders: [{ servers: [{ ...SERVER, status: 'red' }] }] }),
    hits: ['vm', 'disk:2000', 'disk:2001'],
  },
]);
