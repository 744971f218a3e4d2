import type { UserErrorData } from '../domain/operation-input.js';
import type { PlanRecord } from '../domain/operation-records.js';
import { refusal } from '../domain/user-error.js';
import { describeDrift } from '../planner/compare-plans.js';
import { planRestore } from '../planner/plan-restore.js';
import type { PlanReader } from '../ports/plan-store.js';
import type { RestorePointReader } from '../ports/restore-point-reader.js';
import { gatherFacts } from './gather-facts.js';
import type { GatherFactsPorts } from './gather-facts.js';
import { restorePointDeleted } from './restore-point-deleted.js';
import { hasExecutor, planOf, requestOf } from './plan-document.js';

export interface CheckPlanPorts extends GatherFactsPorts {
  readonly plans: Pick<PlanReader, 'loadApprovals'>;
  readonly restorePoints: GatherFactsPorts['restorePoints'] & Pick<RestorePointReader, 'loadRestorePoints'>;
}

/**
 * Why a plan may not be carried out now, or nothing: PLAN_EXPIRED, PLAN_NOT_EXECUTABLE, PLAN_DRIFTED after planning
 * again from fresh facts, TARGET_NOT_SUPPORTED, APPROVAL_MISSING. `path` names the input that the plan came by.
 */
export async function checkPlanStillHolds(
  ports: CheckPlanPorts,
  plan: PlanRecord,
  path: readonly string[],
): Promise<readonly UserErrorData[]> {
  const [restorePoint] = await ports.restorePoints.loadRestorePoints([plan.restorePointId]);
  if (restorePoint == null) throw new Error(`plan ${plan.id} names a restore point that is not there`);
  if (restorePoint.state === 'DELETED') return [restorePointDeleted(path)];
  const facts = await gatherFacts(ports, restorePoint, requestOf(plan));
  // By the clock that the plan was made by.
  if (facts.now >= plan.expiresAt) {
    const message = `The plan expired at ${plan.expiresAt}.`;
    return [refusal('PLAN_EXPIRED', message, { path, remedy: 'Plan again and look at the new plan.' })];
  }
  if (plan.verdict === 'NOT_RESTORABLE' || plan.verdict === 'UNKNOWN') return [notExecutable(plan, path)];
  const fresh = planRestore(facts);
  if (fresh.digest === plan.digest) return refuseUnapproved(ports, plan, facts.policy.approvalsNeeded, path);
  const changes = describeDrift(planOf(plan), fresh);
  const what = changes.length === 0 ? 'The decisions are no longer the same.' : changes.join(' ');
  const remedy = 'Plan again, look at what changed, and execute the new plan.';
  return [refusal('PLAN_DRIFTED', `Facts have changed since the plan was made. ${what}`, { path, remedy })];
}

/** Approvals count as the policy wants them now, not as it did when the plan was made. */
async function refuseUnapproved(
  ports: CheckPlanPorts,
  plan: PlanRecord,
  approvalsNeeded: number,
  path: readonly string[],
): Promise<readonly UserErrorData[]> {
  if (!hasExecutor(plan)) {
    const message = 'No executor carries out restores into vSphere yet: nothing was started.';
    const remedy = 'Follow the steps of the plan by hand, or restore into local files and import them.';
    return [refusal('TARGET_NOT_SUPPORTED', message, { path, remedy })];
  }
  if (approvalsNeeded === 0) return [];
  const [approvals] = await ports.plans.loadApprovals([plan.id]);
  const given = approvals?.length ?? 0;
  if (given >= approvalsNeeded) return [];
  const message = `The plan has ${given} of the ${approvalsNeeded} approvals that the policy wants.`;
  const remedy = 'Have somebody else than who made it approve it: approvePlan.';
  return [refusal('APPROVAL_MISSING', message, { path, remedy })];
}

export function digestMismatch(plan: PlanRecord): UserErrorData {
  const message = `The digest is not the plan's: the plan has ${plan.digest}.`;
  const remedy = 'Read the plan again and give its digest.';
  return refusal('DIGEST_MISMATCH', message, { path: ['expectedDigest'], remedy });
}

function notExecutable(plan: PlanRecord, path: readonly string[]): UserErrorData {
  const blocking = planOf(plan).findings.find(({ grade }) => grade === 'BLOCKS' || grade === 'BLOCKS_UNTIL');
  const why = blocking === undefined ? '' : ` ${blocking.explanation}`;
  const remedy = blocking?.remedy ?? 'Read the findings of the plan; when they are settled, plan again.';
  const parts = { path, remedy, ...(blocking === undefined ? {} : { ruleId: blocking.ruleId }) };
  return refusal('PLAN_NOT_EXECUTABLE', `The plan's verdict is ${plan.verdict}.${why}`, parts);
}
