import { own } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const nvramLeaveNotAllowed: VsphereRule = {
  kind: 'FINDING',
  id: 'nvram.leave-not-allowed',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'A captured NVRAM would be left behind, and nobody allowed it',
  statements: [],
  citation: own('Nothing irreversible is chosen by itself'),
  remedy: 'Consent to leaving the NVRAM behind, or choose a point whose NVRAM can be used.',
  check: ({ items, nvram, target, facts }) =>
    items.NVRAM === 'CAPTURED' &&
    (nvram.way === 'REGENERATE' || nvram.way === 'LEAVE') &&
    !(target.consents.leaveNvram || facts.policy.leaveNvramAllowed)
      ? [{ subject: 'nvram', explanation: `${nvram.reason} That is not allowed by itself.` }]
      : [],
};
