import type { CommonFacts } from '../../facts.js';
import type { FindingRule } from '../rule.js';

export const requestNothingToRestore: FindingRule<CommonFacts> = {
  kind: 'FINDING',
  id: 'request.nothing-to-restore',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'The request names no disk',
  statements: [],
  citation: { source: 'Reinstate design decisions (ARCHITECTURE.md)', section: 'Plan request', checked: '2026-11-22' },
  remedy: 'Ask for at least one disk that the restore point has.',
  check: (facts) =>
    facts.request.deviceKeys !== null && facts.request.deviceKeys.length === 0
      ? [{ subject: 'vm', explanation: 'The list of disks to restore is empty.' }]
      : [],
};
