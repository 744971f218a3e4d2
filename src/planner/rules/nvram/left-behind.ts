import { tips } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const nvramLeftBehind: VsphereRule = {
  kind: 'FINDING',
  id: 'nvram.left-behind',
  grade: 'WARNS',
  effect: 'LOSS',
  title: 'A captured NVRAM is not used',
  statements: ['S38', 'S41', 'S42', 'S45'],
  citation: tips('NVRAM is sealed by encryption.bundle, which keyId seals'),
  remedy: 'Choose a point with key id, bundle and NVRAM of one moment, or be ready to set the boot disk again.',
  check: ({ items, nvram }) =>
    items.NVRAM === 'CAPTURED' && (nvram.way === 'REGENERATE' || nvram.way === 'LEAVE')
      ? [{ subject: 'nvram', explanation: nvram.reason }]
      : [],
};
