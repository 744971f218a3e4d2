import type { LocalFilesFacts } from '../../facts.js';
import { itemState } from '../../item-state.js';
import type { FindingRule } from '../rule.js';

export const nvramSealedByKey: FindingRule<LocalFilesFacts> = {
  kind: 'FINDING',
  id: 'nvram.sealed-by-key',
  grade: 'INFORMS',
  effect: 'NONE',
  title: 'The NVRAM is encrypted and needs its key',
  statements: ['S38'],
  citation: {
    source: 'VMware VDDK programming guide, tips and best practices',
    section: 'NVRAM is sealed by encryption.bundle, which keyId seals',
    checked: '2026-11-22',
  },
  remedy: null,
  check: (facts) => {
    const { encryption, key } = facts.restorePoint;
    const complete = (['NVRAM', 'KEY_ID', 'ENCRYPTION_BUNDLE'] as const).every(
      (item) => itemState(facts, item) === 'CAPTURED',
    );
    if (encryption !== 'ENCRYPTED' || key === null || !complete) {
      return [];
    }
    const provider = key.providerId ?? 'a provider that the source did not name';
    return [
      {
        subject: 'nvram',
        explanation:
          `The NVRAM is encrypted; the bundle kept with this point opens it where ${provider} ` +
          `can give key ${key.keyId}.`,
      },
    ];
  },
};
