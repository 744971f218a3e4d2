import { own } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const nvramEncryptAfterUnproven: VsphereRule = {
  kind: 'FINDING',
  id: 'nvram.encrypt-after-unproven',
  grade: 'WARNS',
  effect: 'LOSS',
  title: 'Whether a plain NVRAM outlives the encryption of its VM is not proven',
  statements: [],
  citation: own('Nothing irreversible is chosen by itself'),
  remedy: 'Count it as lost: be ready to set the boot disk and Secure Boot again.',
  check: ({ keys, nvram, point }) =>
    keys.home.way === 'ENCRYPT' && nvram.way === 'RESTORE' && point.firmware !== 'BIOS'
      ? [
          {
            subject: 'nvram',
            explanation: 'It goes back before the VM is encrypted, and nobody has shown that it survives that.',
          },
        ]
      : [],
};
