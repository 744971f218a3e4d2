import type { CommonFacts } from '../../facts.js';
import { itemState } from '../../item-state.js';
import type { FindingRule } from '../rule.js';

export const nvramUnknown: FindingRule<CommonFacts> = {
  kind: 'FINDING',
  id: 'nvram.unknown',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Nobody knows whether the VM had an NVRAM',
  statements: ['S42'],
  citation: {
    source: 'VMware VDDK programming guide, tips and best practices',
    section: 'NVRAM missing or unusable',
    checked: '2026-11-22',
  },
  remedy: 'Record or capture the point again with its NVRAM, or with the statement that there is none.',
  check: (facts) =>
    itemState(facts, 'NVRAM') === 'UNKNOWN' && facts.restorePoint.firmware !== 'BIOS'
      ? [
          {
            subject: 'nvram',
            explanation: 'Neither an NVRAM nor the proof that there was none is kept with this restore point.',
          },
        ]
      : [],
};
