import { own } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const identityNotKept: VsphereRule = {
  kind: 'FINDING',
  id: 'identity.not-captured',
  grade: 'WARNS',
  effect: 'NONE',
  title: 'UUIDs of the VM were not captured, so a replacement gets new ones',
  statements: [],
  citation: own('Replacement or copy'),
  remedy: 'Record the point again with a complete ConfigInfo where licences or tools know the VM by its UUID.',
  check: ({ target, point }) => {
    if (target.mode === 'IN_PLACE' || target.purpose !== 'REPLACEMENT') return [];
    const { instanceUuid, biosUuid } = point.machine;
    const lacking = [...(instanceUuid === null ? ['instance UUID'] : []), ...(biosUuid === null ? ['BIOS UUID'] : [])];
    return lacking.length === 0
      ? []
      : [{ subject: 'vm', explanation: `The point does not tell the ${lacking.join(' and the ')}.` }];
  },
};
