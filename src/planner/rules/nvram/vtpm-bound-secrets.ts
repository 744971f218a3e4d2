import { guide } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const vtpmBoundSecrets: VsphereRule = {
  kind: 'FINDING',
  id: 'vtpm.bound-secrets',
  grade: 'WARNS',
  effect: 'LOSS',
  title: 'Disks of the guest are unlocked by secrets that do not come back',
  statements: ['S43', 'S45'],
  citation: guide('Virtual TPM: its state lives in the NVRAM file'),
  remedy:
    'Fetch the recovery keys of this guest from their escrow and try one before the restore: without ' +
    'them its data stays locked.',
  check: ({ point, vtpm }) =>
    point.machine.tpmBoundSecrets === 'YES' && (vtpm.outcome === 'LOST' || vtpm.way === 'NEW')
      ? [
          {
            subject: 'vtpm',
            explanation: 'BitLocker or LUKS of this guest is bound to the virtual TPM, whose secrets are lost.',
          },
        ]
      : [],
};
