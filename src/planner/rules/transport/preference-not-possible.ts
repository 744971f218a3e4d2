import { own } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const transportPreferenceNotPossible: VsphereRule = {
  kind: 'FINDING',
  id: 'transport.preference-not-possible',
  grade: 'INFORMS',
  effect: 'NONE',
  title: 'A transport that was asked for cannot be used for a disk',
  statements: [],
  citation: own('Order of transports'),
  remedy: null,
  check: ({ preference, ways }) => {
    const first = preference?.[0];
    if (first === undefined) return [];
    return ways.flatMap(({ situation, transport, rejected }) => {
      if (transport === null || transport === first) return [];
      const reasons = [...new Set(rejected.filter((one) => one.transport === first).map((one) => one.why))];
      const why = reasons.length === 0 ? 'No executor can use it.' : reasons.join(' ');
      return [{ subject: situation.subject, explanation: `${first} was asked for; ${transport} is used. ${why}` }];
    });
  },
};
