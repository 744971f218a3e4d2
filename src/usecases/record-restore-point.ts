import type { UserErrorData } from '../domain/operation-input.js';
import type { RestorePointRecord } from '../domain/restore-point-records.js';
import type { IngestPorts } from './ingest.js';

export type RecordRestorePointPorts = IngestPorts;

export interface RecordRestorePointResult {
  readonly restorePoint: RestorePointRecord | null;
  /** True if this very point had been recorded before. */
  readonly alreadyRecorded: boolean;
  readonly userErrors: readonly UserErrorData[];
}
