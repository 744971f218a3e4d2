import { guide } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const vtpmSecretsLost: VsphereRule = {
  kind: 'FINDING',
  id: 'vtpm.secrets-lost',
  grade: 'WARNS',
  effect: 'LOSS',
  title: 'The secrets inside the virtual TPM do not come back',
  statements: ['S43', 'S45'],
  citation: guide('Virtual TPM: its state lives in the NVRAM file'),
  remedy: 'Have the recovery keys of BitLocker or LUKS at hand before the first start.',
  // Where secrets of the guest are known to be bound to it, a louder rule tells it.
  check: ({ vtpm, point }) =>
    (vtpm.outcome === 'LOST' || vtpm.way === 'NEW') && point.machine.tpmBoundSecrets !== 'YES'
      ? [{ subject: 'vtpm', explanation: vtpm.reason }]
      : [],
};
