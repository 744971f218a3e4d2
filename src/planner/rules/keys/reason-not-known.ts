import { keyHits } from '../../vsphere/key-hits.js';
import { vim } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const keyReasonNotKnown: VsphereRule = {
  kind: 'FINDING',
  id: 'key.reason-not-known',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'The target gives a reason that nobody knows here',
  statements: [],
  citation: vim('CryptoManagerKmipCryptoKeyStatusKeyUnavailableReason'),
  remedy:
    'Look the word up in the documentation of this vCenter release; until then the key counts ' +
    'neither as there nor as gone.',
  check: (context) =>
    keyHits(context, 'UNKNOWN_REASON', ({ keyId, providerId, word }) => {
      const reason = word === null ? 'and gives no reason' : `reason "${word}"`;
      return `${context.site.name} says of key ${keyId} of provider ${providerId}: not available, ${reason}.`;
    }),
};
