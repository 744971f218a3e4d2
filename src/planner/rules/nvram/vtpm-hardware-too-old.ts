import { vtpmHardware, VTPM_HARDWARE_MIN } from '../../vsphere/vtpm-needs.js';
import { guide } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const vtpmHardwareTooOld: VsphereRule = {
  kind: 'FINDING',
  id: 'vtpm.hardware-too-old',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'A virtual TPM needs virtual hardware 14',
  statements: [],
  citation: guide('Virtual TPM: hardware version 14, UEFI, encrypted home'),
  remedy: 'Choose a point of hardware version 14 or later.',
  check: (context) => {
    const version = vtpmHardware(context);
    return typeof version === 'number' && version < VTPM_HARDWARE_MIN
      ? [
          {
            subject: 'vtpm',
            explanation: `The VM has virtual hardware ${version}, and a virtual TPM needs ${VTPM_HARDWARE_MIN}.`,
          },
        ]
      : [];
  },
};
