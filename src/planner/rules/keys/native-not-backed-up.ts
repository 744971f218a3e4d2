import { keyHits } from '../../vsphere/key-hits.js';
import { knowledgeBase } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const keyNativeNotBackedUp: VsphereRule = {
  kind: 'FINDING',
  id: 'key.native-not-backed-up',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'The native key provider was never backed up',
  statements: [],
  citation: knowledgeBase(378053, 'Native key provider: back it up before use'),
  remedy:
    'Back the native provider up (download its .p12 and keep it apart from this site); before that it gives no keys.',
  check: (context) =>
    keyHits(
      context,
      'NATIVE_NOT_BACKED_UP',
      ({ keyId, providerId }) => `Native provider "${providerId}" was never backed up, so key ${keyId} cannot be used.`,
    ),
};
