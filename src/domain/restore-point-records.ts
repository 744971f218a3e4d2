/** Rows of the catalog about restore points. Ids are UUIDs, times are UTC text `…sssZ`, hashes are 64 hex digits. */
import type { ConfigInfoForm, NotUnderstood } from './config-info/node.js';
import type {
  DiskBus,
  EncryptionState,
  Firmware,
  Presence,
  Provisioning,
  YesNoUnknown,
} from './restore-point-facts.js';
import type { CapturedItemName, CapturedItemState } from './words.js';

export type RestorePointOrigin = 'CAPTURED' | 'RECORDED';
export type RestorePointState = 'CAPTURING' | 'AVAILABLE' | 'FAILED' | 'DAMAGED' | 'DELETED';
export type Consistency = 'CRASH' | 'FILE_SYSTEM' | 'APPLICATION' | 'UNKNOWN';
export type Fence = 'HELD' | 'NOT_HELD' | 'UNKNOWN';
export type KeyProviderType = 'STANDARD' | 'NATIVE' | 'TRUST_AUTHORITY' | 'UNKNOWN';
export type DatastoreType = 'VMFS' | 'NFS' | 'VSAN' | 'VVOL' | 'LOCAL' | 'OTHER' | 'UNKNOWN';
/** INCREMENTAL: only what had changed since the parent was read. The point is a full one either way. */
export type CaptureMethod = 'FULL' | 'INCREMENTAL';
export type DiskDataState = 'CAPTURING' | 'CAPTURED' | 'NOT_CAPTURED' | 'DAMAGED';

export interface RestorePointRecord {
  readonly id: string;
  readonly vmId: string;
  readonly capturedAt: string;
  readonly recordedAt: string;
  readonly origin: RestorePointOrigin;
  readonly state: RestorePointState;
  readonly tool: string | null;
  readonly toolReference: string | null;
  readonly consistency: Consistency;
  readonly fence: Fence;
  readonly firmware: Firmware;
  readonly secureBoot: YesNoUnknown;
  readonly vtpm: Presence;
  readonly hardwareVersion: number | null;
  readonly encryption: EncryptionState;
  readonly key: KeyReference | null;
  readonly keyProviderType: KeyProviderType;
  readonly encryptionBundle: SealedReference | null;
  readonly nvram: SealedReference | null;
  /** Null when nobody looked, empty when there are none. */
  readonly storagePolicies: readonly StoragePolicyRecord[] | null;
  readonly extractorVersion: number;
  readonly retainUntil: string | null;
  readonly legalHold: boolean;
  /** Set exactly when DELETED. */
  readonly deletedAt: string | null;
}

export interface KeyReference {
  readonly keyId: string;
  readonly providerId: string | null;
}

/** A sealed secret: never its content. */
export interface SealedReference {
  readonly sealedItemId: string;
  readonly sha256: string;
  readonly sizeBytes: number;
}

export interface StoragePolicyRecord {
  readonly scope: 'HOME' | 'DISK';
  /** Null for HOME. */
  readonly deviceKey: number | null;
  readonly policyId: string;
  readonly policyName: string | null;
}

export interface CapturedItemRecord {
  readonly item: CapturedItemName;
  readonly state: CapturedItemState;
  /** When it was read, or for NOT_PRESENT when it was looked for; set when CAPTURED. */
  readonly observedAt: string | null;
  readonly reason: string;
}

export interface RestorePointDiskRecord {
  readonly id: string;
  readonly restorePointId: string;
  readonly deviceKey: number;
  readonly label: string;
  readonly controllerKey: number | null;
  readonly controllerType: string | null;
  readonly bus: DiskBus;
  readonly busNumber: number | null;
  readonly unitNumber: number | null;
  readonly capacityBytes: number;
  readonly provisioning: Provisioning;
  readonly backingType: string;
  readonly backingFileName: string | null;
  readonly datastoreName: string | null;
  readonly datastoreType: DatastoreType;
  readonly diskMode: string | null;
  readonly diskUuid: string | null;
  readonly changeId: ChangeIdRecord | null;
  readonly key: KeyReference | null;
  readonly state: DiskDataState;
  /** Name of the chunk repository that holds the blocks. */
  readonly repository: string | null;
  readonly indexHash: string | null;
  readonly dataBytes: number | null;
  readonly verifiedAt: string | null;
  /** How its blocks came in; null while they are not there, and where nobody kept it. */
  readonly captureMethod: CaptureMethod | null;
  /** Bytes that the capture read from the source; known holes are not read. */
  readonly readBytes: number | null;
  /** What an incremental capture took its unchanged parts from; null too where that point is gone. */
  readonly parentRestorePointId: string | null;
}

export interface ChangeIdRecord {
  readonly uuid: string;
  /** Decimal digits: it may pass 2^53-1. */
  readonly sequence: string;
}

/** What is told of the kept ConfigInfo document without reading it. */
export interface DocumentSummary {
  readonly form: ConfigInfoForm;
  readonly sha256: string;
  readonly notUnderstood: readonly NotUnderstood[];
}

export const SEALED_ITEM_KINDS = ['ENCRYPTION_BUNDLE', 'DATA_FILE_KEY', 'VNC_PASSWORD', 'NVRAM', 'OTHER'] as const;
export type SealedItemKind = (typeof SEALED_ITEM_KINDS)[number];
/** SHA-256 for content that cannot be guessed; a keyed HMAC for all else. */
export type FingerprintAlgorithm = 'SHA256' | 'HMAC_SHA256';
