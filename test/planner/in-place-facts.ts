import type { VsphereFacts } from '../../src/planner/facts.js';
import type { TargetDiskFact, TargetMachineFact } from '../../src/planner/facts/machine.js';
import type { PointDiskFact } from '../../src/planner/facts/vsphere-point.js';
import { encryptedFacts, machineFact, SEEN_AT, vsphereFacts } from './vsphere-facts.js';
import type { Changes } from './vsphere-facts.js';

/** The same restore onto the VM that stands there: powered off, no snapshots, same disks. */
export function inPlaceFacts(changes: Changes = {}, machine: Partial<TargetMachineFact> = {}): VsphereFacts {
  return inPlaceFrom(vsphereFacts, changes, machine);
}

function inPlaceFrom(
  build: (changes: Changes) => VsphereFacts,
  changes: Changes,
  machine: Partial<TargetMachineFact>,
): VsphereFacts {
  const facts = build({
    ...changes,
    target: { mode: 'IN_PLACE', machineId: 'vm-101', typedName: 'web-01', ...changes.target },
  });
  const disks = machine.disks ?? facts.restorePoint.disks.map((disk) => targetDisk(disk, {}));
  const there: TargetMachineFact = {
    ...machineFact(0, { name: 'web-01' }),
    instanceUuid: facts.restorePoint.machine.instanceUuid,
    biosUuid: facts.restorePoint.machine.biosUuid,
    hostId: 'host-21',
    homeDatastoreId: 'datastore-11',
    hardwareVersion: 21,
    snapshotCount: 0,
    consolidationNeeded: 'NO',
    changeTracking: 'YES',
    encryption: facts.restorePoint.encryption,
    key: facts.restorePoint.key,
    bundleSha256: facts.restorePoint.bundleSha256,
    vtpm: facts.restorePoint.vtpm,
    sharesBus: 'NO',
    disabledMethods: [],
    managedBy: null,
    firmware: facts.restorePoint.firmware,
    storageMoveRunning: 'NO',
    ...machine,
    disks,
  };
  return {
    ...facts,
    site: { ...facts.site, targetMachine: { observedAt: SEEN_AT, entries: [there] }, ...changes.site },
  };
}

/** The encrypted VM onto itself: same key and bundle as captured. */
export function inPlaceEncryptedFacts(changes: Changes = {}, machine: Partial<TargetMachineFact> = {}): VsphereFacts {
  return inPlaceFrom(encryptedFacts, changes, machine);
}

export function targetDisk(disk: PointDiskFact, change: Partial<TargetDiskFact>): TargetDiskFact {
  return {
    deviceKey: disk.deviceKey,
    label: disk.label,
    uuid: disk.uuid,
    capacityBytes: disk.capacityBytes,
    provisioning: disk.provisioning,
    datastoreId: 'datastore-11',
    child: 'NO',
    diskMode: 'persistent',
    sharing: 'sharingNone',
    bus: disk.bus,
    encryption: disk.encryption,
    key: disk.key,
    rdmMode: null,
    attachedElsewhere: 'NO',
    ...change,
  };
}
