import type { ConfigInfoForm, NotUnderstood } from '../domain/config-info/node.js';
import type { SiteRecord, VmRecord } from '../domain/estate-records.js';
import type { AuditNote, OperationRecord } from '../domain/operation-records.js';
import type {
  CapturedItemRecord,
  Consistency,
  Fence,
  FingerprintAlgorithm,
  KeyProviderType,
  KeyReference,
  RestorePointDiskRecord,
  RestorePointOrigin,
  RestorePointRecord,
  SealedItemKind,
  StoragePolicyRecord,
} from '../domain/restore-point-records.js';
import type { RestorePointFacts } from '../domain/restore-point-facts.js';
import type { NewOperation } from './operation-store.js';
import type { SealedContent } from './sealer.js';

/**
 * Restore points, write half. The caller looks up what is there (`findIngestContext`, `findSealedItems`), builds the
 * whole point, and writes it in one transaction; when somebody else changed one of the things looked up, the write does
 * nothing and answers `changed-meanwhile`, and the caller begins again.
 *
 * Errors: `retryable` / `DATABASE_UNAVAILABLE`, `DATABASE_TIMEOUT`, `DATABASE_CONFLICT`;
 * `outcome-unknown` / `DATABASE_CONNECTION_LOST` when the connection broke during the write: repeating is safe wherever
 * a tool reference or an idempotency key stands in it.
 */
export interface RestorePointWriter {
  findIngestContext(query: IngestQuery): Promise<IngestContext>;
  /** In the order asked; null where the VM has no such item sealed to this key. */
  findSealedItems(vmId: string, wanted: readonly SealedItemName[]): Promise<readonly (string | null)[]>;
  writeRestorePoint(write: RestorePointWrite): Promise<RestorePointWriteOutcome>;
}

export interface IngestQuery {
  readonly siteName: string;
  readonly vcenterInstanceUuid: string | null;
  readonly identityKey: string;
  readonly tool: string | null;
  readonly toolReference: string | null;
  readonly idempotencyKey: string | null;
}

export interface IngestContext {
  readonly site: SiteRecord | null;
  /** The site that holds the given vcenterInstanceUuid, by whatever name. */
  readonly siteOfVcenter: SiteRecord | null;
  /** The VM of that identity in `site`. */
  readonly vm: VmRecord | null;
  /** The point already recorded under the tool's reference. */
  readonly recorded: { readonly restorePointId: string; readonly requestSha256: string } | null;
  /** The capture already started under the idempotency key. */
  readonly started: { readonly operation: OperationRecord; readonly requestSha256: string } | null;
}

export interface SealedItemName {
  readonly kind: SealedItemKind;
  /** 64 hex digits. */
  readonly fingerprint: string;
  readonly sealingKeyId: string;
}

export interface NewSealedItem extends SealedItemName {
  readonly id: string;
  readonly fingerprintAlgorithm: FingerprintAlgorithm;
  readonly lengthBytes: number;
  readonly content: SealedContent;
}

export interface RestorePointWrite {
  readonly site: NewSite;
  readonly vm: NewVm;
  /** Items that the VM does not have yet. */
  readonly newSealedItems: readonly NewSealedItem[];
  readonly restorePoint: NewRestorePoint;
  readonly document: NewDocument;
  /** Every secret cut out of the document, by its path in it. */
  readonly cutSecrets: readonly { readonly path: string; readonly sealedItemId: string }[];
  readonly capturedItems: readonly CapturedItemRecord[];
  readonly disks: readonly NewDisk[];
  /** Of disks that are captured incrementally, packed as `packExtents` does. */
  readonly changedExtents: readonly NewChangedExtents[];
  /** The capture that fills the point; null for a recorded one. */
  readonly operation: NewOperation | null;
  readonly audit: readonly AuditNote[];
}

/** The write is `changed-meanwhile` when the parent is AVAILABLE no more. */
export interface NewChangedExtents {
  readonly deviceKey: number;
  readonly parentRestorePointId: string;
  readonly extents: Uint8Array;
}

export interface NewSite {
  /** Of the row found, else new. */
  readonly id: string;
  readonly name: string;
  readonly vcenterInstanceUuid: string | null;
}

export interface NewVm {
  /** Of the row found, else new. */
  readonly id: string;
  readonly identityKey: string;
  readonly name: string;
  readonly managedObjectId: string | null;
  readonly instanceUuid: string | null;
  readonly biosUuid: string | null;
}

export interface NewRestorePoint {
  readonly id: string;
  readonly capturedAt: string;
  readonly origin: RestorePointOrigin;
  readonly state: 'CAPTURING' | 'AVAILABLE';
  readonly tool: string | null;
  readonly toolReference: string | null;
  /** Over what was recorded: set exactly when there is a tool reference. 64 hex digits. */
  readonly requestSha256: string | null;
  readonly consistency: Consistency;
  readonly fence: Fence;
  readonly encryption: RestorePointRecord['encryption'];
  readonly key: KeyReference | null;
  readonly keyProviderType: KeyProviderType;
  readonly bundle: NewSealedReference | null;
  readonly nvram: NewSealedReference | null;
  readonly storagePolicies: readonly StoragePolicyRecord[] | null;
  /** Firmware, Secure Boot, vTPM, hardware version and extractor version are written from here. */
  readonly facts: RestorePointFacts;
  readonly retainUntil: string | null;
  readonly legalHold: boolean;
}

export interface NewSealedReference {
  readonly sealedItemId: string;
  readonly sha256: string;
  readonly sizeBytes: number;
}

export interface NewDocument {
  readonly form: ConfigInfoForm;
  /** Secrets cut out. */
  readonly document: string;
  readonly sha256: string;
  readonly notUnderstood: readonly NotUnderstood[];
}

/** A disk as ingest knows it: its blocks are not in the repository yet, or never will be. */
export type NewDisk = Omit<
  RestorePointDiskRecord,
  | 'restorePointId'
  | 'repository'
  | 'indexHash'
  | 'dataBytes'
  | 'verifiedAt'
  | 'captureMethod'
  | 'readBytes'
  | 'parentRestorePointId'
  | 'state'
> & { readonly state: 'CAPTURING' | 'NOT_CAPTURED' };

export type RestorePointWriteOutcome =
  | {
      readonly kind: 'written';
      readonly restorePoint: RestorePointRecord;
      readonly operation: OperationRecord | null;
    }
  | { readonly kind: 'changed-meanwhile' };
