import type { CommonFacts } from '../../facts.js';
import type { FindingRule } from '../rule.js';

export const restorePointCaptureFailed: FindingRule<CommonFacts> = {
  kind: 'FINDING',
  id: 'restore-point.capture-failed',
  grade: 'BLOCKS',
  effect: 'BLOCKS',
  title: 'The capture of this restore point failed',
  statements: [],
  citation: {
    source: 'Reinstate design decisions (ARCHITECTURE.md)',
    section: 'Restore point states',
    checked: '2026-11-22',
  },
  remedy: 'Choose another restore point of this VM.',
  check: (facts) =>
    facts.restorePoint.state === 'FAILED'
      ? [
          {
            subject: 'vm',
            explanation: 'The capture of this restore point failed or was cancelled: its disks are not whole.',
          },
        ]
      : [],
};
