import type { OperationRecord } from '../domain/operation-records.js';
import type { UserErrorData } from '../domain/operation-input.js';
import type { RestorePointRecord } from '../domain/restore-point-records.js';
import type { ExecutorReader } from '../ports/estate-reader.js';
import type { Actor } from './actor.js';
import type { HandOverPorts } from './hand-over.js';
import type { IngestPorts } from './ingest.js';
import type { CaptureRestorePointInput } from './restore-point-input.js';

export interface CaptureRestorePointPorts extends IngestPorts, HandOverPorts {
  readonly executors: Pick<ExecutorReader, 'listExecutors'>;
  /** Name of the chunk repository that captures go to. */
  readonly repository: string;
}

export interface CaptureRestorePointResult {
  readonly restorePoint: RestorePointRecord | null;
  readonly operation: OperationRecord | null;
  readonly userErrors: readonly UserErrorData[];
}
