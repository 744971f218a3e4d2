import { keyHits } from '../../vsphere/key-hits.js';
import { serversText } from '../../vsphere/key-servers.js';
import { tips } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const keyProviderUnreachable: VsphereRule = {
  kind: 'FINDING',
  id: 'key.provider-unreachable',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'The key provider does not answer the target',
  statements: ['S36'],
  citation: tips('Without key server access the virtual machine does not power on'),
  remedy:
    'Mend the link between the target vCenter and the key servers and refresh the site; nothing is rekeyed because ' +
    'a link is down.',
  check: (context) =>
    keyHits(context, 'PROVIDER_UNREACHABLE', ({ keyId, providerId, provider }) => {
      // An ended certificate is one cause of an unreachable provider, so what is known of its servers is told.
      const servers = provider === null ? '' : ` ${serversText(provider, context.facts.now)}`;
      return (
        `${context.site.name} knows provider ${providerId}, but cannot reach it: key ${keyId} cannot be ` +
        `fetched.${servers}`
      );
    }),
};
