import { vim } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const guestExtraConfigUnknown: VsphereRule = {
  kind: 'FINDING',
  id: 'guest.extra-config-unknown',
  grade: 'WARNS',
  effect: 'NONE',
  title: 'Which advanced settings the VM had is not known',
  statements: [],
  citation: vim('VirtualMachineConfigInfo.extraConfig'),
  remedy: 'Record the point again with a complete ConfigInfo; else set advanced settings by hand.',
  check: ({ rebuild, point }) =>
    rebuild !== null && rebuild.extraConfig === null
      ? [
          {
            subject: 'vm',
            explanation: `The point does not hold the extraConfig of ${point.vmName}: none of it comes back.`,
          },
        ]
      : [],
};
