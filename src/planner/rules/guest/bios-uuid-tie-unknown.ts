import { own } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const guestBiosUuidTieUnknown: VsphereRule = {
  kind: 'FINDING',
  id: 'guest.bios-uuid-tie-unknown',
  grade: 'INFORMS',
  effect: 'NONE',
  title: 'Whether the guest ties itself to its BIOS UUID is not known',
  statements: [],
  citation: own('Replacement or copy'),
  remedy: 'Ask the owner of the VM about licences and activation.',
  check: ({ rebuild, point }) =>
    rebuild !== null && rebuild.biosUuid === null && point.machine.boundToBiosUuid === 'UNKNOWN'
      ? [
          {
            subject: 'vm',
            explanation: `${point.vmName} gets a new BIOS UUID; its software may be tied to the old one.`,
          },
        ]
      : [],
};
