import { tips } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const pointFenceNotHeld: VsphereRule = {
  kind: 'FINDING',
  id: 'point.fence-not-held',
  grade: 'WARNS',
  effect: 'NONE',
  title: 'Storage motion was not kept away while the disks were read',
  statements: ['S01'],
  citation: tips('PrepareForAccess and EndAccess'),
  remedy: 'Look at the restored disks with care, and let captures hold the fence (Global.DisableMethods).',
  check: ({ point }) =>
    point.fence === 'NOT_HELD'
      ? [
          {
            subject: 'vm',
            explanation: `${point.vmName} could be moved while its disks were read at ${point.capturedAt}.`,
          },
        ]
      : [],
};
