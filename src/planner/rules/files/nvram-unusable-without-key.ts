import type { LocalFilesFacts } from '../../facts.js';
import { itemState } from '../../item-state.js';
import type { FindingRule } from '../rule.js';

export const nvramUnusableWithoutKey: FindingRule<LocalFilesFacts> = {
  kind: 'FINDING',
  id: 'nvram.unusable-without-key',
  grade: 'WARNS',
  effect: 'LOSS',
  title: 'The NVRAM cannot be used without key id and bundle',
  statements: ['S38', 'S41'],
  citation: {
    source: 'VMware VDDK programming guide, tips and best practices',
    section: 'NVRAM is sealed by encryption.bundle, which keyId seals',
    checked: '2026-11-22',
  },
  remedy: 'Give the VM a generic NVRAM; have BitLocker or LUKS recovery keys at hand.',
  check: (facts) => {
    if (facts.restorePoint.encryption !== 'ENCRYPTED' || itemState(facts, 'NVRAM') !== 'CAPTURED') {
      return [];
    }
    const missing = (['KEY_ID', 'ENCRYPTION_BUNDLE'] as const).filter((item) => itemState(facts, item) !== 'CAPTURED');
    if (missing.length === 0) {
      return [];
    }
    return [
      {
        subject: 'nvram',
        explanation:
          `The NVRAM is encrypted, and what opens it was not saved (${missing.join(', ')}): its ` +
          `bytes come back, but nothing can read them.`,
      },
    ];
  },
};
