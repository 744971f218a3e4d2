import { keyDecisionsOf } from '../../vsphere/key-hits.js';
import { tips } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const keyNewKeys: VsphereRule = {
  kind: 'FINDING',
  id: 'key.new-keys',
  grade: 'WARNS',
  effect: 'NONE',
  title: 'Something is encrypted with new keys',
  statements: ['S40', 'S44'],
  citation: tips('Lost access to the original keys'),
  remedy: 'Note the new key ids once the VM stands; old restore points still need the old keys.',
  check: (context) =>
    keyDecisionsOf(context)
      .filter(({ decision }) => decision.way === 'NEW_KEYS' || decision.way === 'SAME_KEY_NEW_BUNDLE')
      .map(({ subject, decision }) => ({ subject, explanation: decision.reason })),
};
