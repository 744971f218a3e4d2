import { formatBytes } from '../../../domain/units.js';
import { spaceNeeded } from '../../bytes-needed.js';
import { targetLocation } from '../../target-location.js';
import type { LocalFilesFacts } from '../../facts.js';
import type { RejectionRule } from '../rule.js';

export const locationMayNotSuffice: RejectionRule<LocalFilesFacts> = {
  kind: 'REJECTION',
  scope: 'DISK_AND_EXECUTOR',
  id: 'location.may-not-suffice',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Whether the free space of the target location suffices is not known',
  statements: [],
  citation: {
    source: 'Reinstate design decisions (ARCHITECTURE.md)',
    section: 'Unknown is a verdict of its own',
    checked: '2026-11-22',
  },
  remedy: 'Free space there, choose another location, or restore fewer disks at a time.',
  reject: (facts, _disk, executor) => {
    const freeBytes = targetLocation(facts, executor)?.freeBytes ?? null;
    const { atLeastBytes, atMostBytes } = spaceNeeded(facts);
    if (freeBytes === null || freeBytes < atLeastBytes || freeBytes >= atMostBytes) {
      return null;
    }
    const { location } = facts.request.target;
    return {
      subject: `location:${location}`,
      explanation:
        `How much room compressed disks take shows only while they are written. They may need up to ` +
        `${formatBytes(atMostBytes)}; ${location} of executor ${executor.name} has ${formatBytes(freeBytes)} free.`,
    };
  },
};
