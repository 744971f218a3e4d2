import type { JsonObject } from '../domain/json.js';
import type { UserErrorData } from '../domain/operation-input.js';
import type { PlanRecord } from '../domain/operation-records.js';
import { isPlainRelativePath } from '../domain/plain-path.js';
import type { RestorePointRecord } from '../domain/restore-point-records.js';
import { DEFAULT_TARGET_FORMAT } from '../domain/target-formats.js';
import type { TargetFormat } from '../domain/target-formats.js';
import { refusal } from '../domain/user-error.js';
import type { LocalFilesRequest } from '../planner/facts.js';
import { planRestore as decidePlan } from '../planner/plan-restore.js';
import type { IdMaker } from '../ports/id-maker.js';
import type { PlanWriter } from '../ports/plan-store.js';
import type { RestorePointReader } from '../ports/restore-point-reader.js';
import type { Actor } from './actor.js';
import { gatherFacts } from './gather-facts.js';
import type { GatherFactsPorts } from './gather-facts.js';
import { checkText } from './check-text.js';
import { restorePointDeleted } from './restore-point-deleted.js';

export interface PlanRestorePorts extends GatherFactsPorts {
  readonly restorePoints: GatherFactsPorts['restorePoints'] &
    Pick<RestorePointReader, 'loadRestorePoints' | 'findNewestAvailable'>;
  readonly plans: PlanWriter;
  readonly ids: IdMaker;
}

export interface PlanRestoreInput {
  /** Exactly one of the two. */
  readonly restorePoint: { readonly restorePointId: string } | { readonly newestOfVmId: string };
  readonly target: { readonly localFiles: LocalFilesTarget };
  /** Null or left out means all disks. */
  readonly deviceKeys?: readonly number[] | null | undefined;
}

export interface LocalFilesTarget {
  readonly location: string;
  readonly folder: string;
  /** Null or left out: DEFAULT_TARGET_FORMAT. */
  readonly diskFormat?: TargetFormat | null | undefined;
}

export interface PlanRestoreResult {
  readonly plan: PlanRecord | null;
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
  if (refusals.length > 0) return { plan: null, userErrors: refusals };
  const selected = await selectRestorePoint(ports, input);
  if ('code' in selected) return { plan: null, userErrors: [selected] };

  const facts = await gatherFacts(ports, selected, requestOf(input));
  const unknownKey = unknownDeviceKey(input, new Set(facts.restorePoint.disks.map(({ deviceKey }) => deviceKey)));
  if (unknownKey !== undefined) return { plan: null, userErrors: [unknownKey] };

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
  return { plan, userErrors: [] };
}

function requestOf(input: PlanRestoreInput): LocalFilesRequest {
  const { location, folder } = input.target.localFiles;
  const deviceKeys = input.deviceKeys == null ? null : [...new Set(input.deviceKeys)].sort((a, b) => a - b);
  const diskFormat = input.target.localFiles.diskFormat ?? DEFAULT_TARGET_FORMAT;
  return { target: { kind: 'LOCAL_FILES', location, folder, diskFormat }, deviceKeys };
}

function checkRequest(input: PlanRestoreInput): UserErrorData[] {
  const { location, folder } = input.target.localFiles;
  const path = ['target', 'localFiles'];
  const refusals = checkText(location, { path: [...path, 'location'], lengthMax: 200 });
  if (!isPlainRelativePath(folder)) {
    const message = 'The folder is not a plain relative path below its location.';
    const remedy = 'Give names separated by "/", without "..", leading "/", backslash or control characters.';
    refusals.push(refusal('PATH_OUTSIDE_LOCATION', message, { path: [...path, 'folder'], remedy }));
  } else {
    refusals.push(...checkText(folder, { path: [...path, 'folder'], lengthMax: 1000 }));
  }
  if (input.deviceKeys != null && input.deviceKeys.length === 0) {
    const message = 'The list of disks is empty, so there is nothing to restore.';
    const remedy = 'Name at least one disk, or leave the list out for all of them.';
    refusals.push(refusal('INVALID_INPUT', message, { path: ['deviceKeys'], remedy }));
  }
  return refusals;
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
