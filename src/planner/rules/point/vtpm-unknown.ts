import type { CommonFacts } from '../../facts.js';
import type { FindingRule } from '../rule.js';

export const vtpmUnknown: FindingRule<CommonFacts> = {
  kind: 'FINDING',
  id: 'vtpm.unknown',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Nobody knows whether the VM had a virtual TPM',
  statements: ['S43'],
  citation: {
    source: 'VMware VDDK programming guide, tips and best practices',
    section: 'NVRAM missing or unusable',
    checked: '2026-11-22',
  },
  remedy: 'Record or capture the point again with a complete ConfigInfo, which proves it either way.',
  check: (facts) =>
    facts.restorePoint.vtpm === 'UNKNOWN'
      ? [
          {
            subject: 'vtpm',
            explanation: 'The ConfigInfo is not complete enough to tell whether the VM had a virtual TPM.',
          },
        ]
      : [],
};
