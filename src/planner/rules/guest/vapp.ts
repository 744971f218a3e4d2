import { vim } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const guestVApp: VsphereRule = {
  kind: 'FINDING',
  id: 'guest.vapp',
  grade: 'INFORMS',
  effect: 'NONE',
  title: 'The VM belonged to a vApp',
  statements: [],
  citation: vim('VirtualApp'),
  remedy: 'Put the VM back into its vApp and look at start order and address pools.',
  check: ({ target, point }) => {
    const { vApp } = point.machine;
    if (target.mode === 'IN_PLACE' || vApp === null) return [];
    const own = {
      YES: 'Its own vAppConfig is kept',
      NO: 'It has no vAppConfig',
      UNKNOWN: 'Its vAppConfig is not known',
    };
    const parent = vApp.parentName === null ? 'no parent is known' : `vApp ${vApp.parentName} is not made again`;
    return [{ subject: 'vm', explanation: `${own[vApp.ownConfig]}; ${parent}.` }];
  },
};
