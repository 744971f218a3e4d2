import { canonicalJson } from '../domain/canonical-json.js';
import { DEFAULT_TARGET_FORMAT } from '../domain/target-formats.js';
import type { PlanRecord } from '../domain/operation-records.js';
import { describeDrift } from '../planner/compare-plans.js';
import { isVsphereFacts } from '../planner/facts.js';
import type {
  LocalFilesRequest,
  LocalFilesTarget,
  PlannerFacts,
  PlanRequest,
  VsphereRequest,
} from '../planner/facts.js';
import { findRemedies } from '../planner/find-remedies.js';
import type { Remedy } from '../planner/find-remedies.js';
import type { FileDiskPlan, LocalFilesPlan, RestorePlan } from '../planner/plan.js';
import type { VspherePlan } from '../planner/vsphere-plan.js';
import { renderPlan } from '../planner/render-plan.js';

export type { RestorePlan, VspherePlan };

/** The plan inside a stored record. It was written by this planner, so its shape is known. */
export function planOf(record: PlanRecord): RestorePlan {
  const { planFormat } = record.plan as unknown as RestorePlan;
  return planFormat === 2 ? (record.plan as unknown as VspherePlan) : readStoredPlan(record.plan);
}

/** What was asked, as kept beside the plan. */
export function requestOf(record: PlanRecord): PlanRequest {
  const request = record.request as unknown as StoredRequest | VsphereRequest;
  return request.target.kind === 'VSPHERE' ? (request as VsphereRequest) : readStoredRequest(request as StoredRequest);
}

/** Whether an executor can carry the plan out: into vSphere none can yet. */
export function hasExecutor(record: PlanRecord): boolean {
  return planOf(record).planFormat === 1;
}

/** Plans of format 1 that were made before there were formats to choose from are of the one that there was. */
export function readStoredPlan(document: unknown): LocalFilesPlan {
  const plan = document as StoredPlan;
  return {
    ...plan,
    request: readStoredRequest(plan.request),
    disks: plan.disks.map((disk) => ({
      ...disk,
      format: disk.format ?? DEFAULT_TARGET_FORMAT,
      spaceBytes: disk.spaceBytes ?? disk.bytesToMove ?? 0,
    })),
  };
}

type StoredPlan = Omit<LocalFilesPlan, 'request' | 'disks'> & {
  readonly request: StoredRequest;
  readonly disks: readonly StoredDisk[];
};
type StoredDisk = Omit<FileDiskPlan, 'format' | 'spaceBytes'> & Partial<Pick<FileDiskPlan, 'format' | 'spaceBytes'>>;

type StoredTarget = Omit<LocalFilesTarget, 'diskFormat'> & Partial<Pick<LocalFilesTarget, 'diskFormat'>>;
type StoredRequest = Omit<LocalFilesRequest, 'target'> & { readonly target: StoredTarget };

function readStoredRequest(request: StoredRequest): LocalFilesRequest {
  return { ...request, target: { diskFormat: DEFAULT_TARGET_FORMAT, ...request.target } };
}

/** Where the blocks of a disk go: `location:path`, or the datastore and the disk that is written. */
export function diskTargetText(disk: RestorePlan['disks'][number]): string {
  if ('target' in disk) return `${disk.target.location}:${disk.target.path}`;
  const written = disk.targetDeviceKey === null ? 'a new disk' : `disk ${disk.targetDeviceKey}`;
  return `${written} on datastore ${disk.datastoreId ?? 'not known'}`;
}

/** The plan as text for a person. */
export function planText(record: PlanRecord): string {
  return renderPlan(planOf(record));
}

/** The plan as the planner made it, in the one form that equal plans share. */
export function planDocument(record: PlanRecord): string {
  return canonicalJson(planOf(record));
}

/** The decisions inside vSphere; null for local files. */
export function vspherePlanOf(record: PlanRecord): VspherePlan | null {
  const plan = planOf(record);
  return plan.planFormat === 2 ? plan : null;
}

/** What the second plan decides otherwise than the first, one sentence each. */
export function comparePlans(before: PlanRecord, after: PlanRecord): { same: boolean; changes: string[] } {
  return { same: before.digest === after.digest, changes: describeDrift(planOf(before), planOf(after)) };
}

/** What would improve the verdict; null for local files, where nothing is weighed again. */
export function remediesOf(facts: PlannerFacts): readonly Remedy[] | null {
  return isVsphereFacts(facts) ? findRemedies(facts).remedies : null;
}
