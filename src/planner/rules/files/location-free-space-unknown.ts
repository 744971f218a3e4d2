import type { LocalFilesFacts } from '../../facts.js';
import { targetLocation } from '../../target-location.js';
import type { RejectionRule } from '../rule.js';

export const locationFreeSpaceUnknown: RejectionRule<LocalFilesFacts> = {
  kind: 'REJECTION',
  scope: 'DISK_AND_EXECUTOR',
  id: 'location.free-space-unknown',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'The free space of the target location is not known',
  statements: [],
  citation: {
    source: 'Reinstate design decisions (ARCHITECTURE.md)',
    section: 'Unknown is a verdict of its own',
    checked: '2026-11-22',
  },
  remedy: 'See why the executor cannot read the free space of that folder.',
  reject: (facts, _disk, executor) =>
    targetLocation(facts, executor)?.freeBytes === null
      ? {
          subject: `location:${facts.request.target.location}`,
          explanation:
            `Executor ${executor.name} ` + `could not find out the free space of ${facts.request.target.location}.`,
        }
      : null,
};
