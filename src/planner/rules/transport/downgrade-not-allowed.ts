import { own } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const transportDowngradeNotAllowed: VsphereRule = {
  kind: 'FINDING',
  id: 'transport.downgrade-not-allowed',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'The policy allows no other transport than those asked for',
  statements: [],
  citation: own('Order of transports'),
  remedy: 'Mend what stands against the transport that was asked for, or allow another one.',
  check: ({ facts, preference, ways }) => {
    if (facts.policy.downgradeTransportAllowed || preference === null || preference.length === 0) return [];
    return ways
      .filter(({ transport }) => transport !== null && !preference.includes(transport))
      .map(({ situation, transport }) => ({
        subject: situation.subject,
        explanation: `Only ${preference.join(', ')} may be used, and ${situation.disk.label} would go by ${transport}.`,
      }));
  },
};
