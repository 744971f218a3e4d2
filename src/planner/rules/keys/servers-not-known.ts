import { keyHits } from '../../vsphere/key-hits.js';
import { serversText } from '../../vsphere/key-servers.js';
import { vim } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const keyServersNotKnown: VsphereRule = {
  kind: 'FINDING',
  id: 'key.servers-not-known',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Whether the servers of the key provider serve the target is not known',
  statements: ['S36'],
  citation: vim('CryptoManagerKmipServerStatus: status, certInfo, clientTrustServer, serverTrustClient'),
  remedy: 'Refresh the site with an account that may read key servers (Cryptographer.ReadKeyServersInfo).',
  check: (context) =>
    keyHits(context, 'SERVERS_NOT_KNOWN', ({ keyId, provider }) => {
      const servers = provider === null ? '' : serversText(provider, context.facts.now);
      return `Whether key ${keyId} can still be fetched is not certain. ${servers}`;
    }),
};
