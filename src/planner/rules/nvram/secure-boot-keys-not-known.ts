import { bootAfterRegeneration } from '../../vsphere/decide-components.js';
import { tips } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const nvramSecureBootKeysNotKnown: VsphereRule = {
  kind: 'FINDING',
  id: 'nvram.secure-boot-keys-not-known',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Whether the VM boots with the keys of a generic NVRAM is not known',
  statements: ['S43'],
  citation: tips('Secure Boot and boot disk after a generic NVRAM'),
  remedy: 'Find out whether Secure Boot is on with keys of its own, and record it with the point.',
  check: (context) =>
    bootAfterRegeneration(context) === 'UNKNOWN'
      ? [
          {
            subject: 'nvram',
            explanation:
              `Secure Boot: ${context.point.secureBoot}, its keys: ${context.point.machine.secureBootKeys}, ` +
              'firmware: ' +
              `${context.point.firmware}. With own keys a generic NVRAM does not let it start.`,
          },
        ]
      : [],
};
