import { own } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const guestBiosUuidChanges: VsphereRule = {
  kind: 'FINDING',
  id: 'guest.bios-uuid-changes',
  grade: 'WARNS',
  effect: 'NONE',
  title: 'The guest ties itself to a BIOS UUID that changes',
  statements: [],
  citation: own('Replacement or copy'),
  remedy: 'Have licences and activation codes at hand before the copy starts; they may lock it after some days.',
  check: ({ rebuild, point }) =>
    rebuild !== null && rebuild.biosUuid === null && point.machine.boundToBiosUuid === 'YES'
      ? [{ subject: 'vm', explanation: `${point.vmName} gets a new BIOS UUID, to which its software is tied.` }]
      : [],
};
