import { tips } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const streamsQueued: VsphereRule = {
  kind: 'FINDING',
  id: 'streams.queued',
  grade: 'INFORMS',
  effect: 'NONE',
  title: 'More disks go to a host than it takes at once',
  statements: ['S16'],
  citation: tips('SAN mode performs best with about six concurrent streams'),
  remedy: null,
  check: ({ host, streams }) => {
    const full = streams.filter(({ disks, limit }) => limit !== null && disks > limit);
    if (full.length === 0) return [];
    const parts = full.map(({ disks, group, limit }) => `${disks} disks by ${group}, ${limit} at once`);
    return [
      { subject: `host:${host?.name ?? 'unknown'}`, explanation: `They wait for each other: ${parts.join('; ')}.` },
    ];
  },
};
