import { extraDisks } from '../../vsphere/extra-disks.js';
import { own } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const inPlaceExtraDisks: VsphereRule = {
  kind: 'FINDING',
  id: 'in-place.extra-disks',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'The VM to overwrite has disks that the point does not know',
  statements: [],
  citation: own('Overwriting needs a proven or confirmed disk'),
  remedy: 'Consent to leaving them as they are, map them, or restore as a new VM.',
  check: (context) => {
    if (context.target.consents.leaveExtraDisks) return [];
    const extra = extraDisks(context);
    if (extra.length === 0) return [];
    const names = extra.map(({ label }) => label).join(', ');
    return [
      {
        subject: 'vm',
        explanation: `${context.machine?.name} got ${names} since the point; nothing would touch them.`,
      },
    ];
  },
};
