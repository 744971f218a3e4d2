import type { LocalFilesFacts } from '../../facts.js';
import { itemState } from '../../item-state.js';
import type { FindingRule } from '../rule.js';

export const vtpmStateLost: FindingRule<LocalFilesFacts> = {
  kind: 'FINDING',
  id: 'vtpm.state-lost',
  grade: 'WARNS',
  effect: 'LOSS',
  title: 'The state of the virtual TPM is lost',
  statements: ['S43'],
  citation: {
    source: 'VMware VDDK programming guide, tips and best practices',
    section: 'NVRAM missing or unusable',
    checked: '2026-11-22',
  },
  remedy: 'Have the recovery keys of BitLocker or LUKS at hand before the first start.',
  check: (facts) => {
    if (facts.restorePoint.vtpm !== 'PRESENT') {
      return [];
    }
    const chain = (['NVRAM', 'KEY_ID', 'ENCRYPTION_BUNDLE'] as const).every(
      (item) => itemState(facts, item) === 'CAPTURED',
    );
    return chain
      ? []
      : [
          {
            subject: 'vtpm',
            explanation: 'The secrets of the virtual TPM live in the NVRAM, which is missing or cannot be opened.',
          },
        ];
  },
};
