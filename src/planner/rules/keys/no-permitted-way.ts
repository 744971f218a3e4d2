import { keyDecisionsOf } from '../../vsphere/key-hits.js';
import { tips } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const keyNoPermittedWay: VsphereRule = {
  kind: 'FINDING',
  id: 'key.no-permitted-way',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'The old key is out of reach and nothing else is allowed or possible',
  statements: ['S36', 'S40', 'S44'],
  citation: tips('Lost access to the original keys'),
  remedy:
    'Make the old key available again; if it is gone for good, consent to new keys and name an encryption policy ' +
    'whose provider can give them.',
  check: (context) =>
    keyDecisionsOf(context)
      .filter(({ decision }) => decision.way === 'REFUSED')
      .map(({ subject, decision }) => ({ subject, explanation: decision.reason })),
};
