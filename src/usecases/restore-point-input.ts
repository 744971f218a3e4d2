import type { ChangedExtent } from '../domain/changed-extents.js';
import type { DiskImageFormat } from '../domain/operation-input.js';
import type { Consistency, DatastoreType, Fence, KeyProviderType } from '../domain/restore-point-records.js';

/** What a client says of a VM at one moment; shape of `RestorePointMetadataInput`. Times are UTC text `…sssZ`. */
export interface RestorePointMetadata {
  readonly site: SiteReference;
  readonly managedObjectId?: string | null | undefined;
  readonly capturedAt: string;
  readonly configInfoObservedAt?: string | null | undefined;
  readonly configInfo: string;
  readonly nvramBase64?: string | null | undefined;
  readonly nvramObservedAt?: string | null | undefined;
  readonly nvramNotPresent?: boolean | null | undefined;
  readonly keyProviderType?: KeyProviderType | null | undefined;
  readonly storagePolicies?: readonly StoragePolicyInput[] | null | undefined;
  readonly datastores?: readonly DatastoreInput[] | null | undefined;
  readonly fence?: Fence | null | undefined;
  readonly consistency?: Consistency | null | undefined;
  readonly retainUntil?: string | null | undefined;
  readonly legalHold?: boolean | null | undefined;
}

export interface SiteReference {
  readonly name: string;
  readonly vcenterInstanceUuid?: string | null | undefined;
}

export interface DatastoreInput {
  readonly name: string;
  readonly type: DatastoreType;
}

export interface StoragePolicyInput {
  readonly deviceKey?: number | null | undefined;
  readonly policyId: string;
  readonly policyName?: string | null | undefined;
}

/** Shape of `RecordRestorePointInput`. */
export interface RecordRestorePointInput {
  readonly metadata: RestorePointMetadata;
  readonly tool: string;
  readonly toolReference: string;
}

/** Shape of `DiskImageInput`. */
export interface DiskImage {
  readonly deviceKey: number;
  readonly location: string;
  readonly path: string;
  readonly format: DiskImageFormat;
  /** Left out: the disk is read whole. */
  readonly incremental?: IncrementalCapture | null | undefined;
}

/** Shape of `IncrementalCaptureInput`. */
export interface IncrementalCapture {
  readonly parentRestorePointId: string;
  /** In any order, overlapping or not; empty: nothing changed. */
  readonly changedExtents: readonly ChangedExtent[];
  readonly fallbackToFull?: boolean | null | undefined;
}

/** Shape of `CaptureRestorePointInput`. */
export interface CaptureRestorePointInput {
  readonly metadata: RestorePointMetadata;
  readonly disks: readonly DiskImage[];
  readonly idempotencyKey?: string | null | undefined;
}
