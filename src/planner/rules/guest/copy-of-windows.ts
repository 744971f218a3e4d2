import { own } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const guestCopyOfWindows: VsphereRule = {
  kind: 'FINDING',
  id: 'guest.copy-of-windows',
  grade: 'INFORMS',
  effect: 'NONE',
  title: 'A copy of a Windows guest bears the name and the SID of its original',
  statements: [],
  citation: own('Replacement or copy'),
  remedy: 'Rename and reseal the copy (sysprep) before it meets the network of the original.',
  check: ({ target, point }) =>
    target.mode === 'NEW_VM' && target.purpose === 'COPY' && point.machine.guestId?.startsWith('win') === true
      ? [{ subject: 'vm', explanation: `${target.placement.name} starts with the name and SID of ${point.vmName}.` }]
      : [],
};
