import { extraDisks } from '../../vsphere/extra-disks.js';
import { own } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const inPlaceExtraDisksLeft: VsphereRule = {
  kind: 'FINDING',
  id: 'in-place.extra-disks-left',
  grade: 'WARNS',
  effect: 'NONE',
  title: 'Disks that the point does not know stay as they are',
  statements: [],
  citation: own('Overwriting needs a proven or confirmed disk'),
  remedy: 'Look after the restore whether the guest still fits what these disks hold.',
  check: (context) => {
    const extra = context.target.consents.leaveExtraDisks ? extraDisks(context) : [];
    if (extra.length === 0) return [];
    const names = extra.map(({ label }) => label).join(', ');
    return [{ subject: 'vm', explanation: `${names} of ${context.machine?.name} stay untouched, as consented.` }];
  },
};
