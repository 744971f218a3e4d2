import type { RestorePointFacts } from '../domain/restore-point-facts.js';
import type {
  CapturedItemRecord,
  DocumentSummary,
  RestorePointDiskRecord,
  RestorePointRecord,
  RestorePointState,
} from '../domain/restore-point-records.js';
import type { Page, PageRequest } from './page.js';

export interface RestorePointFilter {
  readonly vmId?: string | null | undefined;
  /** At or after, UTC text. */
  readonly capturedFrom?: string | null | undefined;
  /** Before, UTC text. */
  readonly capturedBefore?: string | null | undefined;
  readonly state?: RestorePointState | null | undefined;
}

/**
 * Restore points, read half. Same rules and errors as in estate-reader.ts: one statement each, answers by order of ids.
 */
export interface RestorePointReader {
  /** Newest first. */
  pageRestorePoints(filter: RestorePointFilter, page: PageRequest): Promise<Page<RestorePointRecord>>;
  countRestorePoints(filter: RestorePointFilter): Promise<number>;
  loadRestorePoints(ids: readonly string[]): Promise<readonly (RestorePointRecord | null)[]>;

  /** The same page of several VMs, newest first. */
  pageRestorePointsOfVms(vmIds: readonly string[], page: PageRequest): Promise<readonly Page<RestorePointRecord>[]>;
  countRestorePointsOfVms(vmIds: readonly string[]): Promise<readonly number[]>;
  /** Newest by `capturedAt`, in whatever state. */
  loadNewestRestorePoints(vmIds: readonly string[]): Promise<readonly (RestorePointRecord | null)[]>;
  /** Newest by `capturedAt` that is AVAILABLE. */
  findNewestAvailable(vmId: string): Promise<RestorePointRecord | null>;

  /** In order of bus, bus number, unit and device key. */
  loadDisks(restorePointIds: readonly string[]): Promise<readonly (readonly RestorePointDiskRecord[])[]>;
  /** In the order of `CAPTURED_ITEMS`. */
  loadCapturedItems(restorePointIds: readonly string[]): Promise<readonly (readonly CapturedItemRecord[])[]>;
  /** The compact fact row of each point; null where there is no such point. */
  loadFacts(restorePointIds: readonly string[]): Promise<readonly (RestorePointFacts | null)[]>;
  loadDocumentSummaries(restorePointIds: readonly string[]): Promise<readonly (DocumentSummary | null)[]>;
}
