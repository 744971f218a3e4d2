import { guide } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const vtpmDuplicated: VsphereRule = {
  kind: 'FINDING',
  id: 'vtpm.duplicated',
  grade: 'WARNS',
  effect: 'NONE',
  title: 'Two VMs would hold the same virtual TPM',
  statements: [],
  citation: guide('Virtual TPM: copy or replace'),
  remedy:
    'Ask for a new virtual TPM (with the BitLocker or LUKS recovery key at hand), or keep the ' +
    'original off while the copy runs.',
  check: ({ target, vtpm }) =>
    target.mode === 'NEW_VM' && target.purpose !== 'REPLACEMENT' && vtpm.way === 'KEEP'
      ? [{ subject: 'vtpm', explanation: 'Beside the original, the copy has the same secrets and endorsement keys.' }]
      : [],
};
