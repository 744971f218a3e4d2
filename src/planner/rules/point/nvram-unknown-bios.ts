import type { CommonFacts } from '../../facts.js';
import { itemState } from '../../item-state.js';
import type { FindingRule } from '../rule.js';

export const nvramUnknownBios: FindingRule<CommonFacts> = {
  kind: 'FINDING',
  id: 'nvram.unknown-bios',
  grade: 'INFORMS',
  effect: 'NONE',
  title: 'Nobody knows whether a BIOS VM had an NVRAM',
  statements: ['S42'],
  citation: {
    source: 'VMware VDDK programming guide, tips and best practices',
    section: 'NVRAM missing or unusable',
    checked: '2026-11-22',
  },
  remedy: null,
  check: (facts) =>
    itemState(facts, 'NVRAM') === 'UNKNOWN' && facts.restorePoint.firmware === 'BIOS'
      ? [{ subject: 'nvram', explanation: 'Whether there was an NVRAM is not known. A BIOS VM starts without one.' }]
      : [],
};
