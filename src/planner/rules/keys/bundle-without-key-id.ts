import { tips } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const keyBundleWithoutKeyId: VsphereRule = {
  kind: 'FINDING',
  id: 'key.bundle-without-key-id',
  grade: 'WARNS',
  effect: 'NONE',
  title: 'The bundle was saved without the key id that seals it',
  statements: ['S38', 'S40'],
  citation: tips('keyId and encryption.bundle not saved'),
  remedy: 'Capture key id and bundle together; the bundle alone opens nothing.',
  check: ({ items, point }) =>
    point.encryption === 'ENCRYPTED' && items.ENCRYPTION_BUNDLE === 'CAPTURED' && items.KEY_ID !== 'CAPTURED'
      ? [
          {
            subject: 'vm',
            explanation: 'encryption.bundle is there, and which key seals it was not saved: it is left out.',
          },
        ]
      : [],
};
