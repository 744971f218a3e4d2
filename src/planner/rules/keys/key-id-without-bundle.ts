import { tips } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const keyKeyIdWithoutBundle: VsphereRule = {
  kind: 'FINDING',
  id: 'key.key-id-without-bundle',
  grade: 'WARNS',
  effect: 'NONE',
  title: 'The key id was saved without the bundle',
  statements: ['S38', 'S40'],
  citation: tips('keyId and encryption.bundle not saved'),
  remedy: 'Capture key id and bundle together; with the key alone the NVRAM does not open.',
  check: ({ items, point }) =>
    point.encryption === 'ENCRYPTED' && items.KEY_ID === 'CAPTURED' && items.ENCRYPTION_BUNDLE === 'NOT_CAPTURED'
      ? [
          {
            subject: 'vm',
            explanation:
              `Key ${point.key?.keyId ?? 'id'} is known, and encryption.bundle was not saved: the same key can ` +
              'seal a ' +
              'new data key, and what the old one sealed (the NVRAM) stays closed.',
          },
        ]
      : [],
};
