/**
 * The compact fact row of a restore point, written once at ingest. Planning reads this, never ConfigInfo itself.
 *
 * JSON-safe: numbers within 2^53-1, text, null, lists. Lists are ordered: disks by device key, controllers and network
 * adapters by device key, problems and missing parts by path.
 */
import type { CapturedItemName, CapturedItemState } from './words.js';

/** Raised whenever the same document would give other facts. */
export const EXTRACTOR_VERSION = 1;

export type YesNoUnknown = 'YES' | 'NO' | 'UNKNOWN';
export type Firmware = 'BIOS' | 'EFI' | 'UNKNOWN';
export type Presence = 'PRESENT' | 'NOT_PRESENT' | 'UNKNOWN';
export type EncryptionState = 'ENCRYPTED' | 'NOT_ENCRYPTED' | 'UNKNOWN';
export type DiskBus = 'SCSI' | 'SATA' | 'IDE' | 'NVME' | 'OTHER' | 'UNKNOWN';
export type Provisioning = 'THIN' | 'THICK_LAZY_ZEROED' | 'THICK_EAGER_ZEROED' | 'UNKNOWN';

/** A key as vSphere names it: id, and the key provider (KMIP cluster) that gave it; null when not recorded. */
export interface KeyFact {
  readonly keyId: string;
  readonly providerId: string | null;
}

/** A change id `<uuid>/<sequence>`; both null when `raw` is not of that form (`*` for example). */
export interface ChangeIdFact {
  readonly raw: string;
  readonly uuid: string | null;
  /** Decimal digits: the sequence may pass 2^53-1. */
  readonly sequence: string | null;
}

export interface ControllerFact {
  readonly key: number;
  /** vim25 class, `ParaVirtualSCSIController` for example; null when the document does not tell it. */
  readonly type: string | null;
  readonly bus: DiskBus;
  readonly busNumber: number | null;
}

export interface DiskFact {
  readonly deviceKey: number;
  readonly label: string | null;
  readonly controllerKey: number | null;
  readonly controllerType: string | null;
  readonly bus: DiskBus;
  readonly busNumber: number | null;
  readonly unitNumber: number | null;
  /** Null when the document gives no usable size; a problem says why. */
  readonly capacityBytes: number | null;
  readonly provisioning: Provisioning;
  /** vim25 class of the backing, `VirtualDiskFlatVer2BackingInfo` for example. */
  readonly backingType: string | null;
  /** `[datastore] folder/file.vmdk`. */
  readonly backingFileName: string | null;
  readonly datastoreName: string | null;
  readonly datastoreMoRef: string | null;
  readonly diskMode: string | null;
  readonly sharing: string | null;
  /** Disk UUID as vSphere writes it (`6000C298-…`). */
  readonly uuid: string | null;
  readonly changeId: ChangeIdFact | null;
  readonly keyId: KeyFact | null;
  /** True when the backing has a parent (snapshot or linked clone): the disk is a child. */
  readonly hasParent: boolean;
  /** `physicalMode` or `virtualMode` of a raw device mapping, else null. */
  readonly compatibilityMode: string | null;
}

export interface NetworkAdapterFact {
  readonly deviceKey: number;
  readonly type: string | null;
  readonly label: string | null;
  readonly macAddress: string | null;
  readonly addressType: string | null;
  /** Name of a standard network, portgroup key of a distributed one, id of an opaque one; null when none is told. */
  readonly network: string | null;
  readonly startConnected: boolean | null;
}

/** Parts of a ConfigInfo that vCenter always gives; one absent means that the document was cut down. */
export type MandatoryPart =
  | 'name'
  | 'version'
  | 'uuid'
  | 'instanceUuid'
  | 'guestId'
  | 'files'
  | 'flags'
  | 'hardware'
  | 'hardware.device'
  | 'extraConfig'
  | 'firmware'
  | 'bootOptions';

export interface CompletenessFact {
  /**
   * True only when every mandatory part is there and every device of the list could be used: then an absent key,
   * bundle, vTPM or disk is proven absent.
   */
  readonly complete: boolean;
  readonly missing: readonly MandatoryPart[];
}

export type FactProblemCode =
  | 'NOT_A_NUMBER'
  | 'OUT_OF_RANGE'
  | 'DUPLICATE_DEVICE_KEY'
  | 'DEVICE_WITHOUT_KEY'
  /** A device that is a disk, or may be one, could not be used: `disks` lacks it or is wrong about it. */
  | 'DISK_UNUSABLE'
  | 'TYPE_NOT_STATED'
  | 'NO_CAPACITY'
  | 'CAPACITIES_DISAGREE'
  | 'NOT_WHOLE_SECTORS'
  | 'CONTROLLER_MISSING'
  | 'UNKNOWN_VALUE'
  | 'UNREADABLE_CHANGE_ID';

/** A single value that could not be used. `message` names the field and what was expected, never the value. */
export interface FactProblem {
  readonly code: FactProblemCode;
  readonly path: string;
  readonly message: string;
}

export interface RestorePointFacts {
  readonly extractorVersion: number;
  readonly name: string | null;
  readonly moRef: string | null;
  readonly instanceUuid: string | null;
  readonly biosUuid: string | null;
  readonly guestId: string | null;
  readonly guestFullName: string | null;
  /** 21 for `vmx-21`. */
  readonly hardwareVersion: number | null;
  readonly firmware: Firmware;
  readonly secureBoot: YesNoUnknown;
  readonly vtpm: Presence;
  readonly homeEncryption: EncryptionState;
  readonly keyId: KeyFact | null;
  readonly encryptionBundle: Presence;
  readonly changeTrackingEnabled: YesNoUnknown;
  readonly cpuCount: number | null;
  readonly memoryMiB: number | null;
  /** `[datastore] folder/name.vmx`. */
  readonly vmPathName: string | null;
  readonly homeDatastoreName: string | null;
  /** File that holds the NVRAM, as `extraConfig["nvram"]` names it; null when it is not named. */
  readonly nvramFileName: string | null;
  readonly controllers: readonly ControllerFact[];
  readonly disks: readonly DiskFact[];
  readonly networkAdapters: readonly NetworkAdapterFact[];
  readonly completeness: CompletenessFact;
  readonly problems: readonly FactProblem[];
}

/** One captured item: its state, and in one sentence why. `reason` never holds a value of the document. */
export interface ItemState {
  readonly state: CapturedItemState;
  readonly reason: string;
}

/** Every captured item that a ConfigInfo document and its companions decide (disk data is decided apart). */
export type ItemStates = Readonly<Record<Exclude<CapturedItemName, 'DISK_DATA'>, ItemState>>;
