import { formatBytes } from '../../../domain/units.js';
import { spaceNeeded } from '../../bytes-needed.js';
import type { LocalFilesFacts } from '../../facts.js';
import { targetLocation } from '../../target-location.js';
import type { RejectionRule } from '../rule.js';

export const locationNotEnoughSpace: RejectionRule<LocalFilesFacts> = {
  kind: 'REJECTION',
  scope: 'DISK_AND_EXECUTOR',
  id: 'location.not-enough-space',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'The target location has too little free space',
  statements: [],
  citation: { source: 'Reinstate design decisions (ARCHITECTURE.md)', section: 'Places', checked: '2026-11-22' },
  remedy: 'Free space there, choose another location, or restore fewer disks at a time.',
  reject: (facts, _disk, executor) => {
    const freeBytes = targetLocation(facts, executor)?.freeBytes ?? null;
    const { atLeastBytes } = spaceNeeded(facts);
    if (freeBytes === null || freeBytes >= atLeastBytes) {
      return null;
    }
    return {
      subject: `location:${facts.request.target.location}`,
      explanation:
        `The restore needs ${formatBytes(atLeastBytes)}; ${facts.request.target.location} of executor ` +
        `${executor.name} ` +
        `has ${formatBytes(freeBytes)} free.`,
    };
  },
};
