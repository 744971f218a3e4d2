import type { CommonFacts } from '../../facts.js';
import { itemState } from '../../item-state.js';
import type { FindingRule } from '../rule.js';

export const nvramNotCaptured: FindingRule<CommonFacts> = {
  kind: 'FINDING',
  id: 'nvram.not-captured',
  grade: 'WARNS',
  effect: 'LOSS',
  title: 'The NVRAM was not captured',
  statements: ['S42', 'S43'],
  citation: {
    source: 'VMware VDDK programming guide, tips and best practices',
    section: 'NVRAM missing or unusable',
    checked: '2026-11-22',
  },
  remedy: 'Give the VM a generic NVRAM; be ready to set Secure Boot and the boot disk again.',
  check: (facts) =>
    itemState(facts, 'NVRAM') === 'NOT_CAPTURED' && facts.restorePoint.firmware !== 'BIOS'
      ? [
          {
            subject: 'nvram',
            explanation:
              'The VM had an NVRAM and nobody saved it: UEFI boot entries, Secure Boot keys and the state ' +
              'of a vTPM are lost.',
          },
        ]
      : [],
};
