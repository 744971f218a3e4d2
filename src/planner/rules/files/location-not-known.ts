import type { LocalFilesFacts } from '../../facts.js';
import { targetLocation } from '../../target-location.js';
import type { RejectionRule } from '../rule.js';

export const locationNotKnown: RejectionRule<LocalFilesFacts> = {
  kind: 'REJECTION',
  scope: 'DISK_AND_EXECUTOR',
  id: 'location.not-known',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'An executor does not have the target location',
  statements: [],
  citation: { source: 'Reinstate design decisions (ARCHITECTURE.md)', section: 'Places', checked: '2026-11-22' },
  remedy: 'Name a location that an executor has ("executors" lists them), or add it to that executor\'s configuration.',
  reject: (facts, _disk, executor) =>
    targetLocation(facts, executor) !== null
      ? null
      : {
          subject: `location:${facts.request.target.location}`,
          explanation: `Executor ${executor.name} has no location named ${facts.request.target.location}.`,
        },
};
