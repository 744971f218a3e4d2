import type { RebuildPlan } from '../vsphere-plan.js';
import type { Situation } from './context.js';

/**
 * Keys of extraConfig that are not given back: state of the old VM and its files, identity and devices that the request
 * states itself, and secrets, which go by the key path alone.
 */
const LEFT_OUT: readonly RegExp[] = [
  /ctkEnabled$/i,
  /^nvram$/i,
  /^sched\.swap\./i,
  /^(migrate|vmotion|checkpoint|replay|toolsInstallManager)\./i,
  /^(encryption\.bundle|cleanShutdown|softPowerOff|extendedConfigFile|fileSearchPath|monitor\.phys_bits_used)$/i,
  /dataFileKey/i,
  /^(vm\.genidx?|uuid\.(bios|location)|vc\.uuid)$/i,
  /hbr_filter/i,
  /^guestOS\.detailed\.data$/i,
  /^ethernet\d+\.(generatedAddress(Offset)?|address(Type)?|networkName|dvs\..*)$/i,
  /^(scsi|sata|ide|nvme|floppy)\d+(:\d+)?\.(fileName|redo|present|deviceType)$/i,
];
/** What ties a VM to its Supervisor: a copy with it would pass for the original. */
const OF_THE_ORIGINAL = /^vmservice\./i;

/** A CD drive comes back empty; what is bound to a host does not come back. */
const COMES_BACK_EMPTY: ReadonlySet<string> = new Set(['VirtualCdrom']);

/** How the VM is made anew from its ConfigInfo; null in place, where its configuration stays. */
export function planRebuild(situation: Situation): RebuildPlan | null {
  const { target, point, site, disks } = situation;
  if (target.mode === 'IN_PLACE') return null;
  const { machine } = point;
  const replaces = target.purpose === 'REPLACEMENT';
  const { instanceUuid } = machine;
  const taken = instanceUuid !== null && site.machines?.byInstanceUuid.has(instanceUuid.toLowerCase()) === true;
  const restored = new Set(disks.map(({ disk }) => disk.deviceKey));
  const encrypted = point.encryption !== 'NOT_ENCRYPTED' && !target.consents.clear;
  return {
    // Where another VM bears it, vCenter gives a new one whatever the request says.
    instanceUuid: replaces && !taken ? instanceUuid : null,
    biosUuid: replaces ? machine.biosUuid : null,
    generationId: 'NEW',
    devices: machine.hostBoundDevices.map(({ deviceKey, type, label }) => ({
      deviceKey,
      label,
      way: COMES_BACK_EMPTY.has(type) ? 'EMPTY' : 'LEFT_OUT',
    })),
    extraConfig: replay(machine.extraConfigKeys, replaces),
    bootOrderDeviceKeys: machine.bootOrderDeviceKeys.filter((deviceKey) => restored.has(deviceKey)),
    migrateEncryption: encrypted ? 'required' : machine.migrateEncryption,
    faultToleranceEncryption: encrypted ? 'ftEncryptionRequired' : machine.faultToleranceEncryption,
    vAppConfig: machine.vApp?.ownConfig === 'YES',
    template: machine.template === 'YES',
  };
}

function replay(keys: readonly string[] | null, replaces: boolean): RebuildPlan['extraConfig'] {
  if (keys === null) return null;
  const kept: string[] = [];
  const leftOut: string[] = [];
  for (const key of [...new Set(keys)].sort()) {
    const out = LEFT_OUT.some((pattern) => pattern.test(key)) || (!replaces && OF_THE_ORIGINAL.test(key));
    (out ? leftOut : kept).push(key);
  }
  return { kept, leftOut };
}
