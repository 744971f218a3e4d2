import type { AuditNote, PlanRecord } from '../domain/operation-records.js';
import type { Page, PageRequest } from './page.js';

export interface PlanFilter {
  readonly restorePointId?: string | null | undefined;
}

/** Plans, read half. Same rules and errors as in estate-reader.ts. */
export interface PlanReader {
  /** Newest first. */
  pagePlans(filter: PlanFilter, page: PageRequest): Promise<Page<PlanRecord>>;
  countPlans(filter: PlanFilter): Promise<number>;
  loadPlans(ids: readonly string[]): Promise<readonly (PlanRecord | null)[]>;
}

/** Plans, write half. Plans never change. Errors as in restore-point-writer.ts. */
export interface PlanWriter {
  savePlan(plan: PlanRecord, audit: AuditNote): Promise<void>;
}
