// Goal: a server of which something is not known is not good [S36]
// Method: a table of facts with exactly where the rule must be true, alone and in a whole plan.
import { encryptedFacts, vsphereFacts } from '../../vsphere-facts.js';
import { vsphereRuleTable } from '../../vsphere-rule-table.js';
import { keyServersNotKnown } from '../../../../src/planner/rules/keys/servers-not-known.js';

const SERVER = {
  name: 'kms-1',
  address: 'kms-1.example',
  status: 'green',
  serverCertificateExpiresAt: '2028-01-01T00:00:00.000Z',
  clientCertificateExpiresAt: '2028-01-01T00:00:00.000Z',
  clientTrustsServer: 'YES',
  serverTrustsClient: 'YES',
} as const;

vsphereRuleTable(keyServersNotKnown, [
  {
    name: 'does not fire for a clear VM',
    facts: vsphereFacts({ keyProviders: [{ servers: [{ ...SERVER, status: 'yellow' }] }] }),
    hits: [],
  },
  {
    name: 'does not fire while one server is known to serve',
    facts: encryptedFacts({ keyProviders: [{ servers: [{ ...SERVER, status: 'yellow' }, SERVER] }] }),
    hits: [],
  },
  {
    name: 'fires for yellow, and for a colour of tomorrow',
    facts: encryptedFacts({
      keyProviders: [
        {
          servers: [
            { ...SERVER, status: 'yellow' },
            { ...SERVER, name: 'kms-2', status: 'blue' },
          ],
        },
      ],
    }),
    hits: ['vm', 'disk:2000', 'disk:2001'],
  },
  {
    name: 'fires for a trust that nobody read',
    facts: encryptedFacts({ keyProviders: [{ servers: [{ ...SERVER, clientTrustsServer: 'UNKNOWN' }] }] }),
    hits: ['vm', 'disk:2000', 'disk:2001'],
  },
  {
    name: 'fires for the other trust',
    facts: encryptedFacts({ keyProviders: [{ servers: [{ ...SERVER, serverTrustsClient: 'UNKNOWN' }] }] }),
    hits: ['vm', 'disk:2000', 'disk:2001'],
  },
  {
    name: 'fires for an end that nobody read',
    facts: encryptedFacts({ keyProviders: [{ servers: [{ ...SERVER, serverCertificateExpiresAt: null }] }] }),
    hits: ['vm', 'disk:2000', 'disk:2001'],
  },
  {
    name: 'fires for the other end',
    facts: encryptedFacts({ keyProviders: [{ servers: [{ ...SERVER, clientCertificateExpiresAt: null }] }] }),
    hits: ['vm', 'disk:2000', 'disk:2001'],
  },
]);
