import type { LocalFilesFacts } from '../../facts.js';
import { targetLocation } from '../../target-location.js';
import type { RejectionRule } from '../rule.js';

export const locationNotWritable: RejectionRule<LocalFilesFacts> = {
  kind: 'REJECTION',
  scope: 'DISK_AND_EXECUTOR',
  id: 'location.not-writable',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'The target location may not be written',
  statements: [],
  citation: { source: 'Reinstate design decisions (ARCHITECTURE.md)', section: 'Places', checked: '2026-11-22' },
  remedy: "Choose a location that may be written, or allow it in that executor's configuration.",
  reject: (facts, _disk, executor) =>
    targetLocation(facts, executor)?.writable === false
      ? {
          subject: `location:${facts.request.target.location}`,
          explanation: `Location ${facts.request.target.location} of executor ${executor.name} may not be written.`,
        }
      : null,
};
