import { tips } from '../citations.js';
import type { VsphereRule } from '../rule.js';

const BEST = 6;

export const sanStreamCapRaised: VsphereRule = {
  kind: 'FINDING',
  id: 'san.stream-cap-raised',
  grade: 'INFORMS',
  effect: 'NONE',
  title: 'More SAN streams a host are allowed than perform best',
  statements: ['S16'],
  citation: tips('SAN mode performs best with about six concurrent streams'),
  remedy: 'Set the SAN streams per host to six or fewer in the policy.',
  check: ({ facts, host, ways }) => {
    const { sanStreamsPerHostMax } = facts.policy;
    if (sanStreamsPerHostMax <= BEST || !ways.some(({ transport }) => transport === 'SAN')) return [];
    const explanation = `${sanStreamsPerHostMax} SAN streams are allowed; about ${BEST} usually give the most.`;
    return [{ subject: `host:${host?.name ?? 'unknown'}`, explanation }];
  },
};
