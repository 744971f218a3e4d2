import type { PlanRecord } from '../domain/operation-records.js';
import type { PlanRequest } from '../planner/facts.js';
import type { RestorePlan } from '../planner/plan.js';
import { renderPlan } from '../planner/render-plan.js';

export type { PlanRequest, RestorePlan };

/** The plan inside a stored record. It was written by this planner, so its shape is known. */
export function planOf(record: PlanRecord): RestorePlan {
  return record.plan as unknown as RestorePlan;
}

/** What was asked, as kept beside the plan. */
export function requestOf(record: PlanRecord): PlanRequest {
  return record.request as unknown as PlanRequest;
}

/** The plan as text for a person. */
export function planText(record: PlanRecord): string {
  return renderPlan(planOf(record));
}
