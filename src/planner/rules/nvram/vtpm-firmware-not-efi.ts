import { vtpmFirmware } from '../../vsphere/vtpm-needs.js';
import { guide } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const vtpmFirmwareNotEfi: VsphereRule = {
  kind: 'FINDING',
  id: 'vtpm.firmware-not-efi',
  grade: 'BLOCKS',
  effect: 'BLOCKS',
  title: 'A virtual TPM needs UEFI',
  statements: [],
  citation: guide('Virtual TPM: hardware version 14, UEFI, encrypted home'),
  remedy: null,
  check: (context) =>
    vtpmFirmware(context) === 'BIOS'
      ? [{ subject: 'vtpm', explanation: 'The point says both BIOS and virtual TPM: vSphere makes no such VM.' }]
      : [],
};
