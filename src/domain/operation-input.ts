/**
 * What an operation's row holds as input. Ids, names of locations and relative paths only: step inputs stand in clear
 * in the database, so no secret and no document may ever be part of them.
 */
export interface CaptureOperationInput {
  /** Name of the chunk repository. */
  readonly repository: string;
  /** Ascending by device key; one entry for each disk of the restore point. */
  readonly disks: readonly CaptureDiskInput[];
}

/** What a disk image is; shape of the enum of schema.graphql, and of the copy engine's source formats. */
export type DiskImageFormat = 'RAW' | 'VMDK_FLAT' | 'VMDK' | 'QCOW2' | 'VDI' | 'VHDX' | 'NBD';

export interface CaptureDiskInput {
  readonly deviceKey: number;
  readonly location: string;
  readonly path: string;
  readonly format: DiskImageFormat;
  readonly capacityBytes: number;
  /** Read only what changed; left out where the disk is read whole. */
  readonly incremental?: IncrementalInput;
  /** Why it is read whole though less was asked for. */
  readonly fullBecause?: string;
}

/** The extents stand in a table of their own, by restore point and device key. */
export interface IncrementalInput {
  readonly parentRestorePointId: string;
  /** 64 hex digits. */
  readonly parentIndexHash: string;
  /** Over the packed extents, 64 hex digits. */
  readonly extentsSha256: string;
  /** Read the disk whole where the parent turns out to be unusable. */
  readonly fallbackToFull: boolean;
}

/** The plan named by the operation's row says everything. */
export type ExecutePlanOperationInput = Record<string, never>;

/** The restore point named by the operation's row says everything. */
export type VerifyOperationInput = Record<string, never>;

/** Part of a repository's stored objects to read again. */
export interface ScrubOperationInput {
  readonly repository: string;
  /** Of the 65,536 folders of ids; the scrub begins where the last one ended. */
  readonly folderCount: number;
  /** Asked for by the clock: one core, and behind everything else. */
  readonly inBackground: boolean;
}

export interface CollectGarbageOperationInput {
  readonly repository: string;
  readonly dryRun: boolean;
  readonly minimumAgeMs: number;
  /** Whoever asked typed the repository's name: indexes that the catalog does not know go too, whatever their share. */
  readonly confirmed: boolean;
}

/** An expected refusal or failure as data, the shape of `UserError` in schema.graphql. */
export interface UserErrorData {
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[] | null;
  readonly severity: 'ERROR' | 'WARNING';
  readonly remedy: string | null;
  readonly ruleId: string | null;
}
