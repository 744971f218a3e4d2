import type { JsonObject } from '../domain/json.js';
import type { UserErrorData } from '../domain/operation-input.js';
import type { PlanRecord } from '../domain/operation-records.js';
import type { RestorePointRecord } from '../domain/restore-point-records.js';
import { DEFAULT_TARGET_FORMAT } from '../domain/target-formats.js';
import { refusal } from '../domain/user-error.js';
import type { PlannerFacts, RestoreTarget } from '../planner/facts.js';
import { planRestore as decidePlan } from '../planner/plan-restore.js';
import type { IdMaker } from '../ports/id-maker.js';
import type { PlanWriter } from '../ports/plan-store.js';
import type { RestorePointReader } from '../ports/restore-point-reader.js';
import type { Actor } from './actor.js';
import { gatherFacts } from './gather-facts.js';
import type { GatherFactsPorts } from './gather-facts.js';
import { checkLocalFilesTarget } from './local-files-target.js';
import type { LocalFilesTargetInput } from './local-files-target.js';
import { resolveVsphereTarget } from './resolve-vsphere-target.js';
import type { UnresolvedTarget } from './resolve-vsphere-target.js';
import { restorePointDeleted } from './restore-point-deleted.js';
import { checkVsphereTarget } from './vsphere-target.js';
import type { VsphereTargetInput } from './vsphere-target.js';

export interface PlanRestorePorts extends GatherFactsPorts {
  readonly restorePoints: GatherFactsPorts['restorePoints'] &
    Pick<RestorePointReader, 'loadRestorePoints' | 'findNewestAvailable'>;
  readonly plans: PlanWriter;
  readonly ids: IdMaker;
}

export interface PlanRestoreInput {
  /** Exactly one of the two. */
  readonly restorePoint: { readonly restorePointId: string } | { readonly newestOfVmId: string };
  readonly target: { readonly localFiles: LocalFilesTargetInput } | { readonly vsphere: VsphereTargetInput };
  /** Null or left out means all disks. */
  readonly deviceKeys?: readonly number[] | null | undefined;
}

export interface PlanRestoreResult {
  readonly plan: PlanRecord | null;
  /** What the plan was made from; null with the plan. */
  readonly facts: PlannerFacts | null;
  readonly userErrors: readonly UserErrorData[];
}

/**
 * Gathers facts, plans, and keeps the plan with what was asked. A plan with a bad verdict is a plan.
 * Refusals: NOT_FOUND, RESTORE_POINT_NOT_AVAILABLE, PATH_OUTSIDE_LOCATION, INVALID_INPUT.
 */
export async function planRestore(
  ports: PlanRestorePorts,
  actor: Actor,
  input: PlanRestoreInput,
): Promise<PlanRestoreResult> {
  const refusals = checkRequest(input);
  if (refusals.length > 0) return refused(refusals);
  const selected = await selectRestorePoint(ports, input);
  if ('code' in selected) return refused([selected]);
  const target = await resolveTarget(ports, input.target);
  if ('refusals' in target) return refused(target.refusals);

  const deviceKeys = input.deviceKeys == null ? null : [...new Set(input.deviceKeys)].sort((a, b) => a - b);
  const facts = await gatherFacts(ports, selected, { target, deviceKeys });
  const unknownKey = unknownDeviceKey(input, new Set(facts.restorePoint.disks.map(({ deviceKey }) => deviceKey)));
  if (unknownKey !== undefined) return refused([unknownKey]);

  const decided = decidePlan(facts);
  const plan: PlanRecord = {
    id: ports.ids.newId(),
    restorePointId: selected.id,
    createdAt: decided.createdAt,
    createdBy: actor.name,
    expiresAt: decided.expiresAt,
    digest: decided.digest,
    rulesVersion: decided.rulesVersion,
    verdict: decided.verdict,
    request: decided.request as unknown as JsonObject,
    plan: decided as unknown as JsonObject,
  };
  await ports.plans.savePlan(plan, {
    actor: actor.name,
    action: 'restorePlan.create',
    subjectType: 'RestorePlan',
    subjectId: plan.id,
    detail: { restorePointId: selected.id, verdict: plan.verdict, digest: plan.digest, request: plan.request },
  });
  return { plan, facts, userErrors: [] };
}

function refused(userErrors: readonly UserErrorData[]): PlanRestoreResult {
  return { plan: null, facts: null, userErrors };
}

function checkRequest(input: PlanRestoreInput): UserErrorData[] {
  const refusals =
    'localFiles' in input.target
      ? checkLocalFilesTarget(input.target.localFiles)
      : checkVsphereTarget(input.target.vsphere);
  if (input.deviceKeys != null && input.deviceKeys.length === 0) {
    const message = 'The list of disks is empty, so there is nothing to restore.';
    const remedy = 'Name at least one disk, or leave the list out for all of them.';
    refusals.push(refusal('INVALID_INPUT', message, { path: ['deviceKeys'], remedy }));
  }
  return refusals;
}

async function resolveTarget(
  ports: PlanRestorePorts,
  target: PlanRestoreInput['target'],
): Promise<RestoreTarget | UnresolvedTarget> {
  if ('vsphere' in target) return resolveVsphereTarget(ports, target.vsphere);
  const { location, folder, diskFormat } = target.localFiles;
  return { kind: 'LOCAL_FILES', location, folder, diskFormat: diskFormat ?? DEFAULT_TARGET_FORMAT };
}

async function selectRestorePoint(
  ports: PlanRestorePorts,
  input: PlanRestoreInput,
): Promise<RestorePointRecord | UserErrorData> {
  if ('restorePointId' in input.restorePoint) {
    const [point] = await ports.restorePoints.loadRestorePoints([input.restorePoint.restorePointId]);
    const path = ['restorePoint', 'restorePointId'];
    if (point?.state === 'DELETED') return restorePointDeleted(path);
    return point ?? refusal('NOT_FOUND', 'There is no such restore point.', { path });
  }
  const { newestOfVmId } = input.restorePoint;
  const path = ['restorePoint', 'newestOfVmId'];
  const newest = await ports.restorePoints.findNewestAvailable(newestOfVmId);
  if (newest !== null) return newest;
  const [vm] = await ports.vms.loadVms([newestOfVmId]);
  if (vm == null) return refusal('NOT_FOUND', 'There is no such VM.', { path });
  const message = `VM ${vm.name} has no restore point that is AVAILABLE.`;
  const remedy = 'Look at its restore points and their state; name one, or capture a new one.';
  return refusal('RESTORE_POINT_NOT_AVAILABLE', message, { path, remedy });
}

function unknownDeviceKey(input: PlanRestoreInput, known: ReadonlySet<number>): UserErrorData | undefined {
  const position = (input.deviceKeys ?? []).findIndex((key) => !known.has(key));
  if (position < 0) return undefined;
  const message = `The restore point has no disk with device key ${input.deviceKeys?.[position]}.`;
  const remedy = `Its disks are ${[...known].join(', ') || 'none'}.`;
  return refusal('INVALID_INPUT', message, { path: ['deviceKeys', String(position)], remedy });
}
