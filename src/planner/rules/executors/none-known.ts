import type { CommonFacts } from '../../facts.js';
import type { FindingRule } from '../rule.js';

export const executorNoneKnown: FindingRule<CommonFacts> = {
  kind: 'FINDING',
  id: 'executor.none-known',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'No executor is known',
  statements: [],
  citation: { source: 'Reinstate design decisions (ARCHITECTURE.md)', section: 'Processes', checked: '2026-11-22' },
  remedy: 'Start an executor: "reinstate serve" starts one.',
  check: (facts) =>
    facts.executors.length === 0
      ? [{ subject: 'vm', explanation: 'No executor has ever reported to this catalog, so nothing can move data.' }]
      : [],
};
