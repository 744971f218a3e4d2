import { bootAfterRegeneration } from '../../vsphere/decide-components.js';
import { tips } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const nvramCustomSecureBootKeys: VsphereRule = {
  kind: 'FINDING',
  id: 'nvram.custom-secure-boot-keys',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'Own Secure Boot keys are gone with the NVRAM',
  statements: ['S43'],
  citation: tips('Secure Boot and boot disk after a generic NVRAM'),
  remedy:
    'Choose a point whose NVRAM can be used; else restore with Secure Boot off, enrol the own keys ' +
    '(PK, KEK, db) in the UEFI set-up, and switch it on.',
  check: (context) =>
    bootAfterRegeneration(context) === 'NO'
      ? [
          {
            subject: 'nvram',
            explanation:
              'Its boot loader is signed with own keys, a generic NVRAM holds the default ones: it does not ' +
              'start while Secure Boot is on.',
          },
        ]
      : [],
};
