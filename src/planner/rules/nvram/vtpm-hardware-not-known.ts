import { vtpmHardware } from '../../vsphere/vtpm-needs.js';
import { guide } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const vtpmHardwareNotKnown: VsphereRule = {
  kind: 'FINDING',
  id: 'vtpm.hardware-not-known',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Whether the virtual hardware can hold a virtual TPM is not known',
  statements: [],
  citation: guide('Virtual TPM: hardware version 14, UEFI, encrypted home'),
  remedy: 'Record the point again with its hardware version.',
  check: (context) =>
    vtpmHardware(context) === 'UNKNOWN'
      ? [{ subject: 'vtpm', explanation: 'The hardware version of the VM is not known; a virtual TPM needs 14.' }]
      : [],
};
