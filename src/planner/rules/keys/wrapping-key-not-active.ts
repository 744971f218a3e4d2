import { keyHits } from '../../vsphere/key-hits.js';
import { vim } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const keyWrappingKeyNotActive: VsphereRule = {
  kind: 'FINDING',
  id: 'key.wrapping-key-not-active',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'The key that wraps a key is not active',
  statements: [],
  citation: vim('CryptoManagerKmipCryptoKeyStatus: WrappingKeyNotActiveOrEnabled'),
  remedy: 'Activate the wrapping key on the key server.',
  check: (context) =>
    keyHits(
      context,
      'WRAPPING_KEY_NOT_ACTIVE',
      ({ keyId, providerId }) => `The key that wraps ${keyId} of provider ${providerId} is not active or not enabled.`,
    ),
};
