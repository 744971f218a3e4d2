import type { UserErrorData } from '../domain/operation-input.js';
import type { PlanRecord } from '../domain/operation-records.js';
import { refusal } from '../domain/user-error.js';
import { describeDrift } from '../planner/compare-plans.js';
import { planRestore } from '../planner/plan-restore.js';
import type { RestorePointReader } from '../ports/restore-point-reader.js';
import { gatherFacts } from './gather-facts.js';
import type { GatherFactsPorts } from './gather-facts.js';
import { restorePointDeleted } from './restore-point-deleted.js';
import { planOf, requestOf } from './plan-document.js';

export interface CheckPlanPorts extends GatherFactsPorts {
  readonly restorePoints: GatherFactsPorts['restorePoints'] & Pick<RestorePointReader, 'loadRestorePoints'>;
}

/**
 * Why a plan may not be carried out now, or nothing: PLAN_EXPIRED, PLAN_NOT_EXECUTABLE, or PLAN_DRIFTED after planning
 * again from fresh facts. `path` names the input that the plan came by.
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
  if (fresh.digest === plan.digest) return [];
  const changes = describeDrift(planOf(plan), fresh);
  const what = changes.length === 0 ? 'The decisions are no longer the same.' : changes.join(' ');
  const remedy = 'Plan again, look at what changed, and execute the new plan.';
  return [refusal('PLAN_DRIFTED', `Facts have changed since the plan was made. ${what}`, { path, remedy })];
}

function notExecutable(plan: PlanRecord, path: readonly string[]): UserErrorData {
  const blocking = planOf(plan).findings.find(({ grade }) => grade === 'BLOCKS' || grade === 'BLOCKS_UNTIL');
  const why = blocking === undefined ? '' : ` ${blocking.explanation}`;
  const remedy = blocking?.remedy ?? 'Read the findings of the plan; when they are settled, plan again.';
  const parts = { path, remedy, ...(blocking === undefined ? {} : { ruleId: blocking.ruleId }) };
  return refusal('PLAN_NOT_EXECUTABLE', `The plan's verdict is ${plan.verdict}.${why}`, parts);
}
