import type { CommonFacts } from '../../facts.js';
import type { FindingRule } from '../rule.js';

export const restorePointStillCapturing: FindingRule<CommonFacts> = {
  kind: 'FINDING',
  id: 'restore-point.still-capturing',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'This restore point is still being captured',
  statements: [],
  citation: {
    source: 'Reinstate design decisions (ARCHITECTURE.md)',
    section: 'Restore point states',
    checked: '2026-11-22',
  },
  remedy: 'Wait until its capture has ended, then plan again.',
  check: (facts) =>
    facts.restorePoint.state === 'CAPTURING'
      ? [{ subject: 'vm', explanation: 'This restore point is still being captured.' }]
      : [],
};
