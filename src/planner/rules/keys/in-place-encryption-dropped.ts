import { mayComeBackClear } from '../../vsphere/decide-keys.js';
import { keyDecisionsOf } from '../../vsphere/key-hits.js';
import { own } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const inPlaceEncryptionDropped: VsphereRule = {
  kind: 'FINDING',
  id: 'in-place.encryption-dropped',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'What was encrypted would be written to a clear VM',
  statements: [],
  citation: own('Nothing irreversible is chosen by itself'),
  remedy: 'Encrypt the VM first, restore as a new VM, or consent to what was encrypted lying in clear.',
  check: (context) =>
    mayComeBackClear(context.target, context.facts)
      ? []
      : keyDecisionsOf(context)
          .filter(({ decision }) => decision.way === 'PRESENT_KEYS' && decision.outcome === 'CLEAR')
          .map(({ subject, decision }) => ({ subject, explanation: `${decision.reason} Nobody allowed that.` })),
};
