import { keyHits } from '../../vsphere/key-hits.js';
import { serversText } from '../../vsphere/key-servers.js';
import { vim } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const keyNoUsableServer: VsphereRule = {
  kind: 'FINDING',
  id: 'key.no-usable-server',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'No server of the key provider can serve the target',
  statements: ['S36'],
  citation: vim('CryptoManagerKmipServerStatus: status, certInfo, clientTrustServer, serverTrustClient'),
  remedy:
    'Renew the certificate or the trust that the explanation names, on that side, and refresh the ' +
    'site; a changed thumbprint is never accepted by itself.',
  check: (context) =>
    keyHits(context, 'NO_USABLE_SERVER', ({ keyId, provider }) => {
      const servers = provider === null ? '' : serversText(provider, context.facts.now);
      return `Key ${keyId} cannot be fetched any more. ${servers}`;
    }),
};
