import { keyHits } from '../../vsphere/key-hits.js';
import { vim } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const keyNoAnswer: VsphereRule = {
  kind: 'FINDING',
  id: 'key.no-answer',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'The target was asked for a key and left the answer out',
  statements: ['S36'],
  citation: vim('CryptoManagerKmipCryptoKeyStatus: keyAvailable is optional, unset is unknown'),
  remedy: 'Ask again; if the answer stays out, look at the connection of the key provider in the vCenter.',
  check: (context) =>
    keyHits(
      context,
      'NO_ANSWER',
      ({ keyId, providerId }) =>
        `${context.site.name} was asked for key ${keyId} of provider ${providerId} and did not say ` +
        'whether it is available.',
    ),
};
