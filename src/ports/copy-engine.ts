import type { ChangedExtent } from '../domain/changed-extents.js';
import type { DiskImageFormat } from '../domain/operation-input.js';
import type { TargetFormat } from '../domain/target-formats.js';

/**
 * The copy engine moves disk blocks between disk images and the chunk repository. Blocks never pass through JavaScript.
 *
 * Promises of every implementation:
 * - every byte that reaches a target was verified against the SHA-256 of its chunk in this very run;
 * - a target gets its final name only when it is whole, verified and durable; until then its bytes live under
 *   `<path>.reinstate-partial` beside a journal `<path>.reinstate-journal`;
 * - a repeated `restoreDisk` with the same operation id resumes from the journal and writes nothing twice that is
 *   durable; after its end it succeeds and writes nothing (docs/formats.md §6 says where this cannot be known);
 * - a call with a fencing token lower than the journal's is refused with `conflict` / `STALE_FENCING_TOKEN`;
 * - an aborted call settles within 100 ms with kind `aborted`;
 * - paths are resolved beneath their root (openat2 RESOLVE_BENEATH, no symlinks); others fail with `denied` /
 *   `PATH_OUTSIDE_LOCATION`; missing folders above a target are made.
 *
 * Errors are `PortError`. Codes: SOURCE_NOT_FOUND SOURCE_TOO_SHORT SOURCE_TOO_LONG SOURCE_NOT_SECTOR_ALIGNED
 * UNSUPPORTED_SOURCE_FORMAT SOURCE_DAMAGED SOURCE_IN_USE SOURCE_TOOL_MISSING VMDK_DESCRIPTOR_INVALID
 * CHANGED_EXTENT_INVALID PARENT_UNUSABLE PATH_OUTSIDE_LOCATION TARGET_EXISTS TARGET_NOT_WRITABLE TARGET_BUSY
 * TARGET_FORMAT_UNSUITABLE NO_SPACE STALE_FENCING_TOKEN JOURNAL_FOREIGN JOURNAL_DAMAGED REPOSITORY_NOT_FOUND
 * REPOSITORY_FORMAT_UNSUPPORTED INDEX_DAMAGED CHUNK_MISSING CHUNK_DAMAGED IO_ERROR ABORTED ENGINE_UNAVAILABLE.
 */
export interface CopyEngine {
  captureDisk(request: CaptureDiskRequest, control: CopyControl): Promise<CaptureDiskResult>;
  restoreDisk(request: RestoreDiskRequest, control: CopyControl): Promise<RestoreDiskResult>;
  verifyDisk(request: VerifyDiskRequest, control: CopyControl): Promise<VerifyDiskResult>;
  /** Who made the file that bears the final name. Changes nothing. */
  whoseTarget(request: RestoreDiskRequest): Promise<TargetOwner>;
}

/** Reads what the repository alone says of a disk. Errors: those of CopyEngine that name repository and index. */
export interface DiskDescriber {
  describeDisk(request: DescribeDiskRequest): Promise<DiskDescription>;
}

export interface DescribeDiskRequest {
  readonly repositoryPath: string;
  readonly indexHash: string;
}

export interface DiskDescription {
  readonly capacityBytes: number;
  /** Bytes that are not zero, in whole 4 KiB blocks, and never more than the capacity. */
  readonly dataBytes: number;
  readonly chunkCount: number;
}

/**
 * Removes chunks and pages that no index needs any more; safe beside running captures (docs/formats.md §4.1). Codes
 * beside those of CopyEngine: NO_ROOTS, and REPOSITORY_BUSY while another collection runs. When a page of a root cannot
 * be used it fails with INDEX_DAMAGED and removes nothing.
 */
export interface GarbageCollector {
  collectGarbage(request: CollectGarbageRequest, signal: AbortSignal): Promise<CollectGarbageResult>;
}

export interface CollectGarbageRequest {
  readonly repositoryPath: string;
  /** Every index that must stay, never empty. A capture's parent must be among them until the capture is recorded. */
  readonly rootIndexHashes: readonly string[];
  /** What captures wrote or used within this time stays; longer than the time from a capture's end to its record. */
  readonly minimumAgeMs: number;
  /** Counts only, removes nothing. */
  readonly dryRun: boolean;
  /** Indexes that are neither roots nor given up are kept with all that they name, and counted. */
  readonly keepUnknown: boolean;
  /** Indexes known to be needed no more; one that is a root as well stays. */
  readonly givenUpIndexHashes: readonly string[];
}

export interface CollectGarbageResult {
  readonly chunkCount: number;
  readonly pageCount: number;
  /** Removed, or with a dry run to be removed. */
  readonly removedChunkCount: number;
  readonly removedPageCount: number;
  readonly removedBytes: number;
  /** Named by no root, and kept because they are too young. */
  readonly youngCount: number;
  /** Old indexes that nobody named: kept with `keepUnknown`, else among the removed pages. */
  readonly unknownRootCount: number;
  /** At most 100 of them. */
  readonly unknownRoots: readonly string[];
}

/**
 * Reads stored objects again, whoever names them, and says which indexes they break (docs/formats.md §4.2). Damage is
 * data. Codes: REPOSITORY_NOT_FOUND REPOSITORY_FORMAT_UNSUPPORTED IO_ERROR ABORTED.
 */
export interface RepositoryScrubber {
  scrubPart(request: ScrubPartRequest, signal: AbortSignal): Promise<ScrubPartResult>;
  traceDamage(request: TraceDamageRequest, signal: AbortSignal): Promise<TraceDamageResult>;
}

export interface ScrubPartRequest {
  readonly repositoryPath: string;
  /** Folders from here up to, and without, `folderEnd`, of the 65,536 that there are. */
  readonly firstFolder: number;
  readonly folderEnd: number;
  /** The call ends behind the folder with which so many bytes are reached. */
  readonly byteLimit: number;
  /** One worker at nice 19 instead of one for each core at nice 10. */
  readonly inBackground: boolean;
}

export interface ScrubPartResult {
  /** Where the next call goes on; `folderEnd` when all is read. */
  readonly nextFolder: number;
  readonly chunkCount: number;
  readonly pageCount: number;
  readonly byteCount: number;
  readonly bad: readonly BadObject[];
}

/** UNREADABLE is no damage: nothing is known of it. */
export type BadReason = 'DAMAGED' | 'MISSING' | 'UNREADABLE';

export interface BadObject {
  /** 64 hex digits. */
  readonly id: string;
  readonly kind: 'CHUNK' | 'PAGE';
  readonly reason: BadReason;
  /** Whether a second name of the file stands in quarantine. */
  readonly quarantined: boolean;
}

export interface TraceDamageRequest {
  readonly repositoryPath: string;
  readonly indexHashes: readonly string[];
  /** Chunks and pages found bad. */
  readonly badIds: readonly string[];
  /** Reads them again first, and leaves out those that are whole by now. */
  readonly readAgain: boolean;
  /** Chunks of these folders (from 0 again behind the last) are looked for too: one that is not there is missing. */
  readonly firstFolder: number;
  readonly folderCount: number;
}

export interface TraceDamageResult {
  /** Those that name something bad, in the order asked. */
  readonly indexes: readonly BrokenIndex[];
  readonly healedCount: number;
  /** Bad objects that were not among the given ones: missing chunks, unusable pages. */
  readonly foundCount: number;
}

export interface BrokenIndex {
  readonly indexHash: string;
  /** Places of the disk whose chunk or page is damaged or missing. */
  readonly damagedCount: number;
  readonly unreadableCount: number;
  /** At most 20, by offset. `lengthBytes` 0: the root page, so the whole disk. */
  readonly objects: readonly BrokenPlace[];
}

export interface BrokenPlace {
  readonly id: string;
  readonly kind: 'CHUNK' | 'PAGE';
  readonly reason: BadReason;
  readonly offsetBytes: number;
  readonly lengthBytes: number;
}

/** A file beneath a named location. `rootPath` is absolute, `relativePath` uses `/` and never begins with it. */
export interface PlacedFile {
  readonly rootPath: string;
  readonly relativePath: string;
}

export interface CopyControl {
  readonly signal: AbortSignal;
  /** Called at most ten times a second, and once at the end. Never called after the promise has settled. */
  readonly onProgress: (progress: CopyProgress) => void;
  /** Reads in flight at once, from 1 to 64; six unless given. Memory grows by 1 MiB for each. */
  readonly ioDepth?: number;
}

/** `doneBytes` never goes back and ends at `totalBytes`; holes count as done when they are passed. */
export interface CopyProgress {
  readonly doneBytes: number;
  readonly totalBytes: number;
}

/**
 * VMDK: a descriptor with flat or sparse extents, or one sparse or stream-optimised file. VMDK_FLAT: only flat extents.
 * QCOW2, VDI, VHDX: read through qemu-nbd, which the engine starts and ends; none that needs a second file. NBD: the
 * Unix socket of an NBD server, its default export. These four need libnbd (SOURCE_TOOL_MISSING).
 */
export type SourceFormat = DiskImageFormat;

export interface CaptureDiskRequest {
  readonly repositoryPath: string;
  readonly source: PlacedFile;
  /** For a VMDK in parts, `source` is the descriptor; one that names an extent outside its own folder is invalid. */
  readonly sourceFormat: SourceFormat;
  /** Capacity stated by ConfigInfo; the image must hold exactly as many bytes. */
  readonly capacityBytes: number;
  readonly incremental?: IncrementalCapture;
}

/**
 * Reads only chunks that a changed extent touches, whole, and names the rest from the parent. The result is the index
 * hash of a full capture, provided that nothing outside the extents has changed since the parent.
 */
export interface IncrementalCapture {
  /** Index of an earlier point of this disk, of the same capacity, in the same repository. */
  readonly parentIndexHash: string;
  /** In any order, overlapping or not, of any length. One that leaves the disk: CHANGED_EXTENT_INVALID. */
  readonly changedExtents: readonly ChangedExtent[];
}

export interface CaptureDiskResult {
  /** SHA-256 of the root page, 64 hex digits: names the whole disk at this point. */
  readonly indexHash: string;
  readonly capacityBytes: number;
  /** Bytes that are not zero, in whole 4 KiB blocks, and never more than the capacity. */
  readonly dataBytes: number;
  readonly chunkCount: number;
  readonly newChunkCount: number;
  /** Bytes that this capture added to the repository, pages included. */
  readonly newStoredBytes: number;
  /** Bytes read from the source: not what the parent names, nor holes that the image's file system knows. */
  readonly readBytes: number;
}

/**
 * RAW_THICK: every block allocated. VMDK_FLAT: `target` is the descriptor, the disk lies beside it in
 * `<name>-flat.vmdk`. VMDK_SPARSE: one growing file (monolithicSparse). VMDK_STREAM_OPTIMIZED: compressed, for import.
 * QCOW2: version 3, no backing file.
 */
export type { TargetFormat };

export interface RestoreDiskRequest {
  readonly repositoryPath: string;
  readonly indexHash: string;
  readonly capacityBytes: number;
  readonly target: PlacedFile;
  readonly targetFormat: TargetFormat;
  readonly operationId: string;
  readonly fencingToken: number;
}

export interface RestoreDiskResult {
  readonly capacityBytes: number;
  /** Data bytes written by this run; smaller than the disk's data after a resume. Compressed ones for a stream. */
  readonly writtenBytes: number;
  readonly resumedBytes: number;
}

/**
 * OURS: its mark says that a call with this operation id made it from this index. UNMARKED: it has the right size on a
 * file system that keeps no marks, so nobody can tell. Of a flat VMDK: OURS when descriptor and extent are; where the
 * descriptor is not there, what the extent is.
 */
export type TargetOwner = 'ABSENT' | 'OURS' | 'FOREIGN' | 'UNMARKED';

export interface VerifyDiskRequest {
  readonly repositoryPath: string;
  readonly indexHash: string;
  readonly capacityBytes: number;
}

/**
 * Damage is data, not an error: verification goes on after the first bad chunk. At most 1,000 are listed, by offset. A
 * damaged page below the root is one entry: its id, and the part of the disk that it describes. A damaged root page, or
 * one of another capacity, is the error INDEX_DAMAGED. What cannot be read is no damage, since it may be whole: it ends
 * the verification with IO_ERROR.
 */
export interface VerifyDiskResult {
  readonly chunkCount: number;
  readonly dataBytes: number;
  readonly damagedChunkCount: number;
  readonly damaged: readonly DamagedChunk[];
}

export interface DamagedChunk {
  readonly offsetBytes: number;
  readonly lengthBytes: number;
  readonly chunkId: string;
  readonly reason: 'MISSING' | 'DAMAGED';
}
