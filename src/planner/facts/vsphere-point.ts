import type { DiskFact, RestorePointFact } from '../facts.js';
import type { Answer, OpenWord } from './section.js';

/** A restore point with all that matters when it becomes a VM again. */
export interface VspherePointFact extends Omit<RestorePointFact, 'disks'> {
  /** Ascending by device key. */
  readonly disks: readonly PointDiskFact[];
  readonly machine: PointMachineFact;
  /**
   * Deep and shallow recrypts of the VM from before its key id was read on (VmReconfiguredEvent with a crypto spec).
   * Empty where a capture read `config.keyId` and the bundle again after the NVRAM and found them the same; null when
   * nobody kept track.
   */
  readonly recrypts: readonly RecryptFact[] | null;
  /** SHA-256 of `extraConfig["encryption.bundle"]`, 64 hex digits; null when there is none or nobody kept it. */
  readonly bundleSha256: string | null;
  /** Key from which a native provider derived the VM's key, as told at capture. */
  readonly keyDerivationId: string | null;
  /** Addresses of the key servers of the provider at capture; null when not kept. */
  readonly keyServerAddresses: readonly string[] | null;
  /** Policies of home and disks at capture; null when nobody looked. */
  readonly storagePolicies: readonly PointPolicyFact[] | null;
  /** Whether storage motion was kept away while the disks were read. */
  readonly fence: 'HELD' | 'NOT_HELD' | 'UNKNOWN';
  /** When the restore point may be thrown away; null for never. */
  readonly retainUntil: string | null;
}

export interface PointDiskFact extends DiskFact {
  readonly encryption: 'ENCRYPTED' | 'NOT_ENCRYPTED' | 'UNKNOWN';
  readonly uuid: string | null;
  readonly controllerKey: number | null;
  readonly sharing: OpenWord | null;
  /** Whether the captured disk had a parent: a linked clone or a disk with snapshots. */
  readonly child: Answer;
  /** `physicalMode` or `virtualMode` of a raw device mapping, else null. */
  readonly rdmMode: OpenWord | null;
  /** Id of the first class disk that it was, null when none. */
  readonly firstClassDiskId: string | null;
  readonly datastoreName: string | null;
  /** Type of that datastore at capture, as vSphere wrote it; null when not told. */
  readonly datastoreType: OpenWord | null;
  readonly logicalSectorBytes: number | null;
  readonly changeTracking: ChangeTrackingFact | null;
}

/** Lineage of change tracking of one disk at one point; null where none was in use. */
export interface ChangeTrackingFact {
  readonly changeId: string | null;
  readonly enabledAt: string | null;
  /** What the query of the capture gave. */
  readonly coverage: 'ALLOCATED' | 'CHANGED' | 'WHOLE_DISK' | 'UNKNOWN';
  /** Whether the UUID half of the change id is that of the point before; UNKNOWN for a first one. */
  readonly uuidContinues: Answer;
  /** Whether the pages of the query summed to the capacity. */
  readonly sumsToCapacity: Answer;
  /** Whether the snapshot of the capture was older than the enabling of change tracking. */
  readonly snapshotBeforeEnabling: Answer;
  /** Ids of published defects of tools or hosts that cover this capture. */
  readonly knownDefects: readonly string[];
}

export interface PointPolicyFact {
  readonly scope: 'HOME' | 'DISK';
  /** Null for HOME. */
  readonly deviceKey: number | null;
  readonly policyId: string;
  readonly policyName: string | null;
  readonly encrypts: Answer;
  readonly contentHash: string | null;
}

export interface RecryptFact {
  readonly kind: 'DEEP' | 'SHALLOW' | 'UNKNOWN';
  readonly at: string;
}

/** The VM behind the point, from ConfigInfo and what the capture looked up beside it. */
export interface PointMachineFact {
  readonly instanceUuid: string | null;
  readonly biosUuid: string | null;
  readonly guestId: string | null;
  readonly guestFullName: string | null;
  readonly memoryMiB: number | null;
  readonly memoryReservationMiB: number | null;
  /** ConfigInfo.hardware.numCPU. */
  readonly processorCount: number | null;
  /** ConfigInfo.cpuAllocation.reservation. */
  readonly cpuReservationMhz: number | null;
  /** ServiceContent.about.instanceUuid of the vCenter at capture: ids mean the same only there. */
  readonly siteInstanceUuid: string | null;
  /** Names of the rules of its cluster that name it (ClusterConfigInfoEx.rule); null when nobody looked. */
  readonly clusterRules: readonly string[] | null;
  readonly homeDatastoreName: string | null;
  readonly template: Answer;
  readonly powerState: OpenWord;
  /** Whether a memory snapshot or a suspended state belonged to it. */
  readonly memoryState: Answer;
  readonly changeTracking: Answer;
  readonly controllers: readonly PointControllerFact[];
  readonly networkAdapters: readonly NetworkAdapterFact[];
  /** Passthrough, vGPU, USB, CD with an image and all else that is bound to a host. */
  readonly hostBoundDevices: readonly HostBoundDeviceFact[];
  /** `disabled`, `opportunistic`, `required`; null when not told. */
  readonly migrateEncryption: OpenWord | null;
  readonly faultToleranceEncryption: OpenWord | null;
  readonly secureBootKeys: 'DEFAULT' | 'CUSTOM' | 'UNKNOWN';
  /** Year of the certificates that its NVRAM trusts: `2011`, `2023`; null when nobody looked. */
  readonly secureBootCertificates: OpenWord | null;
  /** Device keys of disks in the boot order, in that order; empty when none is set. */
  readonly bootOrderDeviceKeys: readonly number[];
  /** Whether secrets of the guest are bound to the TPM: BitLocker, LUKS. */
  readonly tpmBoundSecrets: Answer;
  /** Whether the guest ties itself to the BIOS UUID: licences, activation. */
  readonly boundToBiosUuid: Answer;
  readonly domainController: Answer;
  /** Whether the VM Service of a Supervisor owns it. */
  readonly vmService: Answer;
  readonly vApp: VAppFact | null;
  /** Extension that manages it: a replication, another backup product; null when none. */
  readonly managedBy: string | null;
  /** Names of the extraConfig keys, never values; null when the document is not whole. */
  readonly extraConfigKeys: readonly string[] | null;
  readonly evcMode: string | null;
  /** Infrastructure that runs in it: it cannot be needed to bring itself back. */
  readonly serviceNames: readonly string[];
}

export interface PointControllerFact {
  readonly key: number;
  /** vim25 class; null when not told. */
  readonly type: OpenWord | null;
  readonly bus: 'SCSI' | 'SATA' | 'IDE' | 'NVME' | 'OTHER' | 'UNKNOWN';
  readonly busNumber: number | null;
  /** `noSharing`, `virtualSharing`, `physicalSharing`; null where the bus has none. */
  readonly sharing: OpenWord | null;
}

export interface NetworkAdapterFact {
  readonly deviceKey: number;
  readonly type: OpenWord | null;
  readonly label: string | null;
  /** Lower case, colons. */
  readonly macAddress: string | null;
  /** `manual`, `generated`, `assigned`. */
  readonly addressType: OpenWord | null;
  /** Name of a standard network, port group key of a distributed one, id of an opaque one. */
  readonly network: string | null;
  readonly networkName: string | null;
  /** Of its backing: VirtualEthernetCard Network-, DistributedVirtualPort- or OpaqueNetworkBackingInfo. */
  readonly networkKind: 'STANDARD' | 'DISTRIBUTED' | 'OPAQUE' | 'UNKNOWN';
}

export interface HostBoundDeviceFact {
  readonly deviceKey: number;
  /** vim25 class. */
  readonly type: OpenWord;
  readonly label: string;
}

export interface VAppFact {
  /** Whether it has a `vAppConfig` of its own. */
  readonly ownConfig: Answer;
  readonly parentName: string | null;
}
