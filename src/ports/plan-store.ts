import type { AuditNote, PlanRecord } from '../domain/operation-records.js';
import type { PlanApprovalRecord } from '../domain/planning-records.js';
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
  /** Oldest first, in the order of the ids. */
  loadApprovals(planIds: readonly string[]): Promise<readonly (readonly PlanApprovalRecord[])[]>;
}

/** Plans, write half. Plans never change. Errors as in restore-point-writer.ts. */
export interface PlanWriter {
  savePlan(plan: PlanRecord, audit: AuditNote): Promise<void>;
  /** False when this name has approved the plan before; then nothing is written. */
  saveApproval(planId: string, approvedBy: string, audit: AuditNote): Promise<boolean>;
}
