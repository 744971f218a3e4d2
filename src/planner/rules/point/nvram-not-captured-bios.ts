import type { CommonFacts } from '../../facts.js';
import { itemState } from '../../item-state.js';
import type { FindingRule } from '../rule.js';

export const nvramNotCapturedBios: FindingRule<CommonFacts> = {
  kind: 'FINDING',
  id: 'nvram.not-captured-bios',
  grade: 'INFORMS',
  effect: 'NONE',
  title: 'The NVRAM of a BIOS VM was not captured',
  statements: ['S42'],
  citation: {
    source: 'VMware VDDK programming guide, tips and best practices',
    section: 'NVRAM missing or unusable',
    checked: '2026-11-22',
  },
  remedy: null,
  check: (facts) =>
    itemState(facts, 'NVRAM') === 'NOT_CAPTURED' && facts.restorePoint.firmware === 'BIOS'
      ? [
          {
            subject: 'nvram',
            explanation: 'The NVRAM was not saved. A BIOS VM starts without it; changed BIOS settings are lost.',
          },
        ]
      : [],
};
