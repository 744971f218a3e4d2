import type { CommonFacts } from '../../facts.js';
import type { FindingRule } from '../rule.js';

export const restorePointCrashConsistent: FindingRule<CommonFacts> = {
  kind: 'FINDING',
  id: 'restore-point.crash-consistent',
  grade: 'INFORMS',
  effect: 'NONE',
  title: 'The disks are only as consistent as after a power cut',
  statements: [],
  citation: {
    source: 'Reinstate design decisions (ARCHITECTURE.md)',
    section: 'Consistency levels',
    checked: '2026-11-22',
  },
  remedy: null,
  check: (facts) =>
    facts.restorePoint.consistency === 'CRASH'
      ? [
          {
            subject: 'vm',
            explanation:
              'The disks are as after a power cut: guest file systems and databases replay their journals ' +
              'at first start.',
          },
        ]
      : [],
};
