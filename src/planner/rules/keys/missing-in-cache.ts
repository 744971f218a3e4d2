import { keyHits } from '../../vsphere/key-hits.js';
import { vim } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const keyMissingInCache: VsphereRule = {
  kind: 'FINDING',
  id: 'key.missing-in-cache',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'The target looked for a key in its cache only',
  statements: ['S36'],
  citation: vim('CryptoManagerKmipCryptoKeyStatus: KeyStateMissingInCache'),
  remedy:
    'Ask again with the provider named in the query; a key that is not in the cache may still be in the key server.',
  check: (context) =>
    keyHits(
      context,
      'MISSING_IN_CACHE',
      ({ keyId, providerId }) =>
        `Key ${keyId} of provider ${providerId} is not in the cache of ${context.site.name}; the key ` +
        'server was not asked.',
    ),
};
