import type {
  ControllerFact,
  DiskFact as CapturedDiskFact,
  NetworkAdapterFact as CapturedAdapterFact,
  RestorePointFacts,
} from '../domain/restore-point-facts.js';
import type {
  DatastoreType,
  RestorePointDiskRecord,
  RestorePointRecord,
  StoragePolicyRecord,
} from '../domain/restore-point-records.js';
import type { DiskFact, RestorePointFact } from '../planner/facts.js';
import type { ServiceFact } from '../planner/facts/site.js';
import type {
  ChangeTrackingFact,
  NetworkAdapterFact,
  PointControllerFact,
  PointDiskFact,
  PointMachineFact,
  PointPolicyFact,
  VspherePointFact,
} from '../planner/facts/vsphere-point.js';

/** What the catalog holds of a point, read in bulk or alone. */
export interface StoredPoint {
  readonly record: RestorePointRecord;
  readonly disks: readonly RestorePointDiskRecord[];
  /** Null for a point whose fact row is not there: then what only it tells is unknown. */
  readonly facts: RestorePointFacts | null;
  /** Of the vCenter that the VM lived in, where it is known. */
  readonly siteInstanceUuid: string | null;
}

/**
 * A restore point as the planner needs it for vSphere: the common part, with what the fact row of its ConfigInfo tells
 * beside it. What that row does not hold stays unknown.
 */
export function vspherePointOf(
  common: RestorePointFact,
  stored: StoredPoint,
  services: readonly ServiceFact[] | null,
): VspherePointFact {
  const { record, facts } = stored;
  const captured = new Map((facts?.disks ?? []).map((disk) => [disk.deviceKey, disk]));
  const records = new Map(stored.disks.map((disk) => [disk.deviceKey, disk]));
  return {
    ...common,
    disks: common.disks.map((disk) =>
      pointDisk(disk, records.get(disk.deviceKey) ?? null, captured.get(disk.deviceKey) ?? null, stored),
    ),
    machine: { ...pointMachine(facts, services), siteInstanceUuid: stored.siteInstanceUuid },
    recrypts: null,
    keyDerivationId: null,
    keyServerAddresses: null,
    storagePolicies: record.storagePolicies?.map(pointPolicy) ?? null,
    fence: record.fence,
    retainUntil: record.retainUntil,
    bundleSha256: record.encryptionBundle?.sha256 ?? null,
  };
}

function pointDisk(
  disk: DiskFact,
  record: RestorePointDiskRecord | null,
  captured: CapturedDiskFact | null,
  { facts, record: { origin } }: StoredPoint,
): PointDiskFact {
  return {
    ...disk,
    encryption: encryptionOf(disk, facts),
    uuid: record?.diskUuid ?? null,
    controllerKey: record?.controllerKey ?? null,
    sharing: captured?.sharing ?? null,
    child: captured === null ? 'UNKNOWN' : captured.hasParent ? 'YES' : 'NO',
    rdmMode: captured?.compatibilityMode ?? null,
    firstClassDiskId: null,
    datastoreName: record?.datastoreName ?? null,
    datastoreType: record === null ? null : DATASTORE_WORDS[record.datastoreType],
    logicalSectorBytes: null,
    changeTracking: record === null ? null : changeTrackingOf(record, origin),
  };
}

/** As vSphere writes them; the others say too little. */
const DATASTORE_WORDS: Readonly<Record<DatastoreType, string | null>> = {
  VMFS: 'VMFS',
  NFS: 'NFS',
  VSAN: 'vsan',
  VVOL: 'VVOL',
  LOCAL: null,
  OTHER: null,
  UNKNOWN: null,
};

/** A whole document proves that a disk without a key had none. */
function encryptionOf(disk: DiskFact, facts: RestorePointFacts | null): PointDiskFact['encryption'] {
  if (disk.key !== null) return 'ENCRYPTED';
  return facts?.completeness.complete === true ? 'NOT_ENCRYPTED' : 'UNKNOWN';
}

/**
 * A disk that was read whole rests on no change tracking, whatever it said. An increment was checked when it was asked
 * for: same lineage, every extent inside the disk. Of disks that another tool saved nobody told how.
 */
function changeTrackingOf(
  record: RestorePointDiskRecord,
  origin: RestorePointRecord['origin'],
): ChangeTrackingFact | null {
  if (record.changeId === null) return null;
  // Releases that kept no method captured whole disks only.
  if (origin === 'CAPTURED' && record.captureMethod !== 'INCREMENTAL') return null;
  const incremental = record.captureMethod === 'INCREMENTAL';
  return {
    changeId: `${record.changeId.uuid}/${record.changeId.sequence}`,
    enabledAt: null,
    coverage: incremental ? 'CHANGED' : 'UNKNOWN',
    uuidContinues: incremental ? 'YES' : 'UNKNOWN',
    sumsToCapacity: 'UNKNOWN',
    snapshotBeforeEnabling: 'UNKNOWN',
    knownDefects: [],
  };
}

function pointPolicy({ scope, deviceKey, policyId, policyName }: StoragePolicyRecord): PointPolicyFact {
  return { scope, deviceKey, policyId, policyName, encrypts: 'UNKNOWN', contentHash: null };
}

function pointMachine(
  facts: RestorePointFacts | null,
  services: readonly ServiceFact[] | null,
): Omit<PointMachineFact, 'siteInstanceUuid'> {
  return {
    instanceUuid: facts?.instanceUuid ?? null,
    biosUuid: facts?.biosUuid ?? null,
    guestId: facts?.guestId ?? null,
    guestFullName: facts?.guestFullName ?? null,
    memoryMiB: facts?.memoryMiB ?? null,
    memoryReservationMiB: null,
    processorCount: facts?.cpuCount ?? null,
    cpuReservationMhz: null,
    clusterRules: null,
    homeDatastoreName: facts?.homeDatastoreName ?? null,
    template: 'UNKNOWN',
    powerState: 'UNKNOWN',
    memoryState: 'UNKNOWN',
    changeTracking: facts?.changeTrackingEnabled ?? 'UNKNOWN',
    controllers: (facts?.controllers ?? []).map(pointController),
    networkAdapters: (facts?.networkAdapters ?? []).map(pointAdapter),
    hostBoundDevices: [],
    migrateEncryption: null,
    faultToleranceEncryption: null,
    secureBootKeys: 'UNKNOWN',
    secureBootCertificates: null,
    bootOrderDeviceKeys: [],
    tpmBoundSecrets: 'UNKNOWN',
    boundToBiosUuid: 'UNKNOWN',
    domainController: 'UNKNOWN',
    vmService: 'UNKNOWN',
    vApp: null,
    managedBy: null,
    extraConfigKeys: null,
    evcMode: null,
    serviceNames: serviceNamesOf(facts, services),
  };
}

function pointController({ key, type, bus, busNumber }: ControllerFact): PointControllerFact {
  return { key, type, bus, busNumber, sharing: null };
}

function pointAdapter(adapter: CapturedAdapterFact): NetworkAdapterFact {
  const { deviceKey, type, label, macAddress, addressType, network } = adapter;
  return {
    deviceKey,
    type,
    label,
    macAddress: macAddress?.toLowerCase() ?? null,
    addressType,
    network,
    networkName: null,
    networkKind: 'UNKNOWN',
  };
}

/** Services that the target site says run in this very VM: it cannot be needed to bring itself back. */
function serviceNamesOf(facts: RestorePointFacts | null, services: readonly ServiceFact[] | null): readonly string[] {
  const uuid = facts?.instanceUuid?.toLowerCase();
  if (uuid === undefined || services === null) return [];
  return services.filter(({ vmInstanceUuid }) => vmInstanceUuid?.toLowerCase() === uuid).map(({ name }) => name);
}
