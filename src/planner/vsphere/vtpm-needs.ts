import type { VsphereContext } from './context.js';

/** Oldest virtual hardware that holds a virtual TPM. */
export const VTPM_HARDWARE_MIN = 14;

/** Hardware version of the VM that is to hold a virtual TPM; null where none is to be held. */
export function vtpmHardware(context: VsphereContext): number | 'UNKNOWN' | null {
  if (!holdsVtpm(context)) return null;
  const { target, machine, point } = context;
  return (target.mode === 'IN_PLACE' ? machine?.hardwareVersion : point.hardwareVersion) ?? 'UNKNOWN';
}

/** Firmware of the VM that is to hold a virtual TPM; null where none is to be held. */
export function vtpmFirmware(context: VsphereContext): 'BIOS' | 'EFI' | 'UNKNOWN' | null {
  if (!holdsVtpm(context)) return null;
  const { target, machine, point } = context;
  return target.mode === 'IN_PLACE' ? (machine?.firmware ?? 'UNKNOWN') : point.firmware;
}

function holdsVtpm({ vtpm, point }: VsphereContext): boolean {
  return point.vtpm === 'PRESENT' && (vtpm.way === 'KEEP' || vtpm.way === 'NEW' || vtpm.way === 'UNKNOWN');
}
