import { own } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const guestVmServiceUnknown: VsphereRule = {
  kind: 'FINDING',
  id: 'guest.vm-service-unknown',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Nobody knows the keys by which a Supervisor knows the VM',
  statements: [],
  citation: own('VM Service'),
  remedy: 'Record the point again with a complete ConfigInfo.',
  check: ({ rebuild, point }) =>
    rebuild !== null && rebuild.extraConfig === null && point.machine.vmService === 'YES'
      ? [
          {
            subject: 'vm',
            explanation: `Without its vmservice keys the Supervisor does not know ${point.vmName} again.`,
          },
        ]
      : [],
};
