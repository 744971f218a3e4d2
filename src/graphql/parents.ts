/** What a resolver gets as its parent, by type of the contract; named in the settings of the generator. */
import type { ExecutorRecord, SiteRecord, VmRecord } from '../domain/estate-records.js';
import type {
  AuditEntryRecord,
  OperationEventRecord,
  OperationRecord,
  PlanRecord,
  TokenRecord,
} from '../domain/operation-records.js';
import type { SiteSectionRecord } from '../domain/planning-records.js';
import type { RestorePointDiskRecord, RestorePointRecord } from '../domain/restore-point-records.js';
import type { Actor } from '../usecases/actor.js';
import type { VspherePlan } from '../usecases/plan-document.js';
import type { PlanRestoreResult } from '../usecases/plan-restore.js';
import type { Connection } from './connections.js';

export type { UserErrorData } from '../domain/operation-input.js';
export type {
  Actor,
  AuditEntryRecord,
  ExecutorRecord,
  OperationEventRecord,
  OperationRecord,
  PlanRecord,
  RestorePointRecord,
  SiteRecord,
  SiteSectionRecord,
  TokenRecord,
  VmRecord,
};
export type { PlanRestoreResult as PlanRestorePayloadParent, VspherePlan as VspherePlanParent };

/** A disk with its point, because the type of the key's provider is told by the point. */
export interface DiskOfPoint {
  readonly disk: RestorePointDiskRecord;
  readonly point: RestorePointRecord;
}

export type SiteConnectionParent = Connection<SiteRecord>;
export type VmConnectionParent = Connection<VmRecord>;
export type RestorePointConnectionParent = Connection<RestorePointRecord>;
export type ExecutorConnectionParent = Connection<ExecutorRecord>;
export type RestorePlanConnectionParent = Connection<PlanRecord>;
export type OperationConnectionParent = Connection<OperationRecord>;
export type OperationEventConnectionParent = Connection<OperationEventRecord>;
export type AccessTokenConnectionParent = Connection<TokenRecord>;
export type AuditEntryConnectionParent = Connection<AuditEntryRecord>;
