import { own } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const keyRecryptedSince: VsphereRule = {
  kind: 'FINDING',
  id: 'key.recrypted-since',
  grade: 'INFORMS',
  effect: 'NONE',
  title: 'The VM has other keys since; this point still needs its own',
  statements: [],
  citation: own('Restore point states'),
  remedy: 'Keep the old key in its key server until no restore point needs it.',
  check: ({ point, machine, facts: { now } }) => {
    if (point.key === null) return [];
    const since = (point.recrypts ?? []).filter(({ at }) => at > point.capturedAt);
    const present = machine?.key ?? null;
    const differs = present !== null && present.keyId !== point.key.keyId;
    if (since.length === 0 && !differs) return [];
    const how = differs ? `has key ${present.keyId} now` : `was recrypted on ${(since[0]?.at ?? now).slice(0, 10)}`;
    const until =
      point.retainUntil === null ? 'as long as the point is kept' : `until ${point.retainUntil.slice(0, 10)}`;
    return [
      { subject: 'vm', explanation: `The VM ${how}; this point is opened by key ${point.key.keyId}, needed ${until}.` },
    ];
  },
};
