import { keyHits } from '../../vsphere/key-hits.js';
import { vim } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const keyNotActive: VsphereRule = {
  kind: 'FINDING',
  id: 'key.not-active',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'A key is there, but not active',
  statements: ['S36'],
  citation: vim('CryptoManagerKmipCryptoKeyStatus: KeyStateNotActiveOrEnabled'),
  remedy: 'Activate the key on the key server; a deactivated, compromised or destroyed key unlocks no VM.',
  check: (context) =>
    keyHits(
      context,
      'KEY_NOT_ACTIVE',
      ({ keyId, providerId }) => `Key ${keyId} of provider ${providerId} is not active or not enabled.`,
    ),
};
