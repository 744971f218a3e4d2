import { secondsBetween } from '../../../domain/time.js';
import type { CommonFacts } from '../../facts.js';
import type { RejectionRule } from '../rule.js';

export const executorNotHeardOf: RejectionRule<CommonFacts> = {
  kind: 'REJECTION',
  scope: 'EXECUTOR',
  id: 'executor.not-heard-of',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'An executor was not heard of lately',
  statements: [],
  citation: {
    source: 'Reinstate design decisions (ARCHITECTURE.md)',
    section: 'Unknown is a verdict of its own',
    checked: '2026-11-22',
  },
  remedy: 'Start the executor again, or wait for its next report.',
  reject: (facts, _disk, executor) => {
    const ageSeconds = secondsBetween(executor.observedAt, facts.now);
    if (ageSeconds >= 0 && ageSeconds <= facts.policy.executorAgeMaxSeconds) {
      return null;
    }
    return {
      subject: `executor:${executor.name}`,
      explanation:
        `Executor ${executor.name} last reported at ${executor.observedAt}; ` + `what it can do now is not known.`,
    };
  },
};
