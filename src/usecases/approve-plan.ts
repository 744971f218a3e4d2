import type { UserErrorData } from '../domain/operation-input.js';
import type { PlanRecord } from '../domain/operation-records.js';
import { refusal } from '../domain/user-error.js';
import type { ExecutorReader } from '../ports/estate-reader.js';
import type { PlanReader, PlanWriter } from '../ports/plan-store.js';
import type { Actor } from './actor.js';
import { digestMismatch } from './check-plan.js';

export interface ApprovePlanPorts {
  readonly plans: Pick<PlanReader, 'loadPlans'> & Pick<PlanWriter, 'saveApproval'>;
  readonly executors: Pick<ExecutorReader, 'surveyExecutors'>;
}

export interface ApprovePlanInput {
  readonly planId: string;
  /** 64 hex digits. */
  readonly expectedDigest: string;
}

/**
 * Approves a plan as it was seen. Whoever made it cannot approve it; approving twice is approving once. Refusals:
 * NOT_FOUND, DIGEST_MISMATCH, PLAN_EXPIRED, APPROVAL_REFUSED.
 */
export async function approvePlan(
  ports: ApprovePlanPorts,
  actor: Actor,
  input: ApprovePlanInput,
): Promise<{ readonly plan: PlanRecord | null; readonly userErrors: readonly UserErrorData[] }> {
  const [[plan], { now }] = await Promise.all([
    ports.plans.loadPlans([input.planId]),
    ports.executors.surveyExecutors(),
  ]);
  const path = ['planId'];
  if (plan == null) return { plan: null, userErrors: [refusal('NOT_FOUND', 'There is no such plan.', { path })] };
  const refused = (userError: UserErrorData) => ({ plan: null, userErrors: [userError] });
  if (plan.digest !== input.expectedDigest.toLowerCase()) return refused(digestMismatch(plan));
  if (now >= plan.expiresAt) {
    const remedy = 'Plan again and approve the new plan.';
    return refused(refusal('PLAN_EXPIRED', `The plan expired at ${plan.expiresAt}.`, { path, remedy }));
  }
  if (plan.createdBy === actor.name) {
    const remedy = 'Have somebody with another token approve it.';
    return refused(refusal('APPROVAL_REFUSED', 'Whoever made a plan cannot approve it.', { path, remedy }));
  }
  await ports.plans.saveApproval(plan.id, actor.name, {
    actor: actor.name,
    action: 'restorePlan.approve',
    subjectType: 'RestorePlan',
    subjectId: plan.id,
    detail: { digest: plan.digest },
  });
  return { plan, userErrors: [] };
}
