import type { CommonFacts } from '../../facts.js';
import type { RejectionRule } from '../rule.js';

export const executorEngineUnavailable: RejectionRule<CommonFacts> = {
  kind: 'REJECTION',
  scope: 'EXECUTOR',
  id: 'executor.engine-unavailable',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'The copy engine of an executor is off',
  statements: [],
  citation: { source: 'Reinstate design decisions (ARCHITECTURE.md)', section: 'Processes', checked: '2026-11-22' },
  remedy: 'Build the native part on that machine ("npm run setup" says what is missing) and start the executor again.',
  reject: (_facts, _disk, executor) =>
    executor.engine === 'AVAILABLE'
      ? null
      : {
          subject: `executor:${executor.name}`,
          explanation:
            `The copy engine of executor ${executor.name} is off: ` +
            `${executor.engineReason ?? 'no reason was given'}.`,
        },
};
