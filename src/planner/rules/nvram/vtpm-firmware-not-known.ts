import { vtpmFirmware } from '../../vsphere/vtpm-needs.js';
import { guide } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const vtpmFirmwareNotKnown: VsphereRule = {
  kind: 'FINDING',
  id: 'vtpm.firmware-not-known',
  grade: 'BLOCKS_UNTIL',
  effect: 'UNKNOWN',
  title: 'Whether the firmware can hold a virtual TPM is not known',
  statements: [],
  citation: guide('Virtual TPM: hardware version 14, UEFI, encrypted home'),
  remedy: 'Record the point again with config.firmware.',
  check: (context) =>
    vtpmFirmware(context) === 'UNKNOWN'
      ? [{ subject: 'vtpm', explanation: 'The firmware of the VM is not known; a virtual TPM needs UEFI.' }]
      : [],
};
