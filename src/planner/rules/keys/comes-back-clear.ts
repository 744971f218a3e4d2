import { keyDecisionsOf } from '../../vsphere/key-hits.js';
import { own } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const keyComesBackClear: VsphereRule = {
  kind: 'FINDING',
  id: 'key.comes-back-clear',
  grade: 'WARNS',
  effect: 'NONE',
  title: 'What was encrypted comes back clear',
  statements: [],
  citation: own('Nothing irreversible is chosen by itself'),
  remedy: 'Encrypt it again through a storage policy once it stands, if it shall not stay clear.',
  check: (context) =>
    keyDecisionsOf(context)
      .filter(({ decision }) => decision.outcome === 'CLEAR')
      .map(({ subject, decision }) => ({ subject, explanation: decision.reason })),
};
