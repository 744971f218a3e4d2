import { DEFAULT_TARGET_FORMAT } from '../domain/target-formats.js';
import type { PlanRecord } from '../domain/operation-records.js';
import type { PlanRequest, RestoreTarget } from '../planner/facts.js';
import type { DiskPlan, RestorePlan } from '../planner/plan.js';
import { renderPlan } from '../planner/render-plan.js';

export type { PlanRequest, RestorePlan };

/** The plan inside a stored record. It was written by this planner, so its shape is known. */
export function planOf(record: PlanRecord): RestorePlan {
  return readStoredPlan(record.plan);
}

/** What was asked, as kept beside the plan. */
export function requestOf(record: PlanRecord): PlanRequest {
  return readStoredRequest(record.request as unknown as StoredRequest);
}

/** Plans of format 1 that were made before there were formats to choose from are of the one that there was. */
export function readStoredPlan(document: unknown): RestorePlan {
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

type StoredPlan = Omit<RestorePlan, 'request' | 'disks'> & {
  readonly request: StoredRequest;
  readonly disks: readonly StoredDisk[];
};
type StoredDisk = Omit<DiskPlan, 'format' | 'spaceBytes'> & Partial<Pick<DiskPlan, 'format' | 'spaceBytes'>>;

type StoredTarget = Omit<RestoreTarget, 'diskFormat'> & Partial<Pick<RestoreTarget, 'diskFormat'>>;
type StoredRequest = Omit<PlanRequest, 'target'> & { readonly target: StoredTarget };

function readStoredRequest(request: StoredRequest): PlanRequest {
  return { ...request, target: { diskFormat: DEFAULT_TARGET_FORMAT, ...request.target } };
}

/** The plan as text for a person. */
export function planText(record: PlanRecord): string {
  return renderPlan(planOf(record));
}
