import type { ChangedExtent } from '../domain/changed-extents.js';

/**
 * The parts of the catalog that the executor reads and completes. Like the operation store, calls wait for the database
 * to come back and may be repeated. `plan` is the stored JSON of a plan, checked by its reader.
 */
export interface ExecutorCatalog {
  /** The stored plan as JSON, null when there is none of that id. */
  readPlan(planId: string): Promise<unknown>;
  readRestorePoint(restorePointId: string): Promise<ExecutorRestorePoint | null>;
  readDocument(restorePointId: string): Promise<RestorePointDocument | null>;
  /** The disk's blocks are in the repository: state CAPTURED with its index hash. */
  /**
   * False, and nothing is recorded, when the parent's disk is not whole by now. Whoever marks damage before this call
   * is seen by it; whoever marks after it finds the new index among the roots.
   */
  recordCapturedDisk(restorePointId: string, deviceKey: number, captured: CapturedDisk): Promise<boolean>;
  /** What changed since the parent, of a disk that is captured incrementally; null when nothing is kept of it. */
  readChangedExtents(restorePointId: string, deviceKey: number): Promise<readonly ChangedExtent[] | null>;
  /** All disks are captured: the point is AVAILABLE and its item DISK_DATA is CAPTURED. */
  completeCapture(restorePointId: string): Promise<void>;
  /** The point is FAILED; disks without data are NOT_CAPTURED, `reason` says why. */
  failCapture(restorePointId: string, reason: string): Promise<void>;
  /**
   * Marks every disk with one of these indexes, and its restore points, DAMAGED, with an audit entry for each point
   * that was not before. Returns the disks, by time of their points.
   */
  markIndexesDamaged(
    repository: string,
    indexHashes: readonly string[],
    cause: MarkCause,
  ): Promise<readonly DamagedDisk[]>;
  /**
   * Stamps every disk with this index as verified. Those marked DAMAGED before are whole again, and so are points of
   * which no disk is damaged any more, with an audit entry for each; but not where damage was found after `since`, the
   * database's time before the first byte was read.
   */
  markIndexVerified(repository: string, indexHash: string, since: string, cause: MarkCause): Promise<void>;
  /** The database's time as text; give it back as it is. */
  readClock(): Promise<string>;
}

export interface MarkCause {
  /** As in the audit log. */
  readonly actor: string;
  readonly operationId: string;
}

export interface DamagedDisk {
  readonly restorePointId: string;
  readonly vmName: string;
  readonly capturedAt: string;
  readonly deviceKey: number;
  readonly label: string;
  readonly indexHash: string;
}

export interface ExecutorRestorePoint {
  readonly id: string;
  readonly vmId: string;
  readonly vmName: string;
  readonly capturedAt: string;
  readonly state: 'CAPTURING' | 'AVAILABLE' | 'FAILED' | 'DAMAGED' | 'DELETED';
  readonly nvramItemId: string | null;
  /** 64 hex digits. */
  readonly nvramSha256: string | null;
  readonly nvramSizeBytes: number | null;
  /** Ascending by device key. */
  readonly disks: readonly ExecutorRestorePointDisk[];
}

export interface ExecutorRestorePointDisk {
  readonly deviceKey: number;
  readonly label: string;
  readonly capacityBytes: number;
  readonly state: 'CAPTURING' | 'CAPTURED' | 'NOT_CAPTURED' | 'DAMAGED';
  readonly repository: string | null;
  /** 64 hex digits. */
  readonly indexHash: string | null;
  readonly dataBytes: number | null;
}

export interface RestorePointDocument {
  readonly form: 'XML' | 'GOVC_JSON' | 'PYVMOMI_JSON';
  /** Secrets are cut out. */
  readonly document: string;
}

export interface CapturedDisk {
  readonly repository: string;
  readonly indexHash: string;
  readonly dataBytes: number;
  readonly readBytes: number;
  /** Null: it was read whole. */
  readonly parentRestorePointId: string | null;
}
