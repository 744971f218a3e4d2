import { DEFAULT_TARGET_FORMAT } from '../domain/target-formats.js';
import type { PlanRecord } from '../domain/operation-records.js';
import type { LocalFilesRequest, LocalFilesTarget } from '../planner/facts.js';
import type { FileDiskPlan, LocalFilesPlan, RestorePlan } from '../planner/plan.js';
import type { VspherePlan } from '../planner/vsphere-plan.js';
import { renderPlan } from '../planner/render-plan.js';

export type { RestorePlan };

/** The plan inside a stored record. It was written by this planner, so its shape is known. */
export function planOf(record: PlanRecord): RestorePlan {
  const { planFormat } = record.plan as unknown as RestorePlan;
  return planFormat === 2 ? (record.plan as unknown as VspherePlan) : readStoredPlan(record.plan);
}

/** What was asked, as kept beside the plan. Only restores into local files are kept so far. */
export function requestOf(record: PlanRecord): LocalFilesRequest {
  return readStoredRequest(record.request as unknown as StoredRequest);
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
