import type { VsphereContext } from './context.js';

/** What a person looks at after power-on, in order. */
export function listChecks(context: VsphereContext): string[] {
  const { point, nvram, vtpm, keys, changeTracking, networks, target, ways } = context;
  if (point.machine.template === 'YES') return [];
  const checks = ['The VM is not locked, and VMware Tools run.'];
  const encrypted = keys.home.way !== 'NONE' || [...keys.disks.values()].some((one) => one.way !== 'NONE');
  if (encrypted) checks.push('VM home and disks are encrypted as the plan says.');
  if (nvram.way === 'REGENERATE' && point.firmware !== 'BIOS') {
    checks.push('Set the boot disk and its order again in the UEFI set-up.');
    if (point.secureBoot !== 'NO') checks.push('Set Secure Boot and its keys again, then check that it is on.');
  }
  if (vtpm.outcome === 'LOST' || vtpm.way === 'NEW') {
    checks.push('Unlock the guest with its BitLocker or LUKS recovery key, then bind it to the new vTPM.');
  }
  if (networks.some(({ network }) => network !== null) && target.purpose !== 'REPLACEMENT') {
    checks.push('Connect the networks once the original is off or the copy has addresses of its own.');
  }
  if (target.mode === 'IN_PLACE' && changeTracking.onAfter && ways.some(({ transport }) => transport === 'HOTADD')) {
    checks.push(
      'Power the VM off and on once before its next incremental backup: Cleanup may have removed its ctk file.',
    );
  }
  if (changeTracking.nextBackupFull) checks.push('Run a full backup: change ids from before the restore are void.');
  return checks;
}
