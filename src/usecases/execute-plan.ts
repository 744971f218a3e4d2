import { createHash } from 'node:crypto';
import { canonicalJson } from '../domain/canonical-json.js';
import type { UserErrorData } from '../domain/operation-input.js';
import type { OperationRecord } from '../domain/operation-records.js';
import { refusal } from '../domain/user-error.js';
import type { IdMaker } from '../ports/id-maker.js';
import type { FoundOperation, OperationWriter } from '../ports/operation-store.js';
import type { PlanReader } from '../ports/plan-store.js';
import type { Actor } from './actor.js';
import { checkPlanStillHolds, digestMismatch } from './check-plan.js';
import type { CheckPlanPorts } from './check-plan.js';
import { restorePointDeleted } from './restore-point-deleted.js';
import { checkText } from './check-text.js';
import { handOver } from './hand-over.js';
import type { HandOverPorts } from './hand-over.js';

export interface ExecutePlanPorts extends CheckPlanPorts, HandOverPorts {
  readonly plans: Pick<PlanReader, 'loadPlans' | 'loadApprovals'>;
  readonly operations: Pick<OperationWriter, 'createOperation' | 'findByIdempotencyKey'>;
  readonly ids: IdMaker;
}

export interface ExecutePlanInput {
  readonly planId: string;
  /** 64 hex digits. */
  readonly expectedDigest: string;
  readonly idempotencyKey: string;
}

export interface ExecutePlanResult {
  readonly operation: OperationRecord | null;
  /** True if this key had already started it. */
  readonly alreadyStarted: boolean;
  readonly userErrors: readonly UserErrorData[];
}

/**
 * Starts a plan once for one key. Checks, in this order: the key (a used one answers with its operation, or refuses
 * IDEMPOTENCY_KEY_REUSED, whatever became of its plan), NOT_FOUND, DIGEST_MISMATCH, PLAN_EXPIRED, PLAN_NOT_EXECUTABLE,
 * PLAN_DRIFTED (planned again from fresh facts), TARGET_NOT_SUPPORTED, APPROVAL_MISSING. Two calls with one key at once
 * give one operation.
 */
export async function executePlan(
  ports: ExecutePlanPorts,
  actor: Actor,
  input: ExecutePlanInput,
): Promise<ExecutePlanResult> {
  const expectedDigest = input.expectedDigest.toLowerCase();
  const keyErrors = checkText(input.idempotencyKey, { path: ['idempotencyKey'], lengthMax: 200 });
  if (keyErrors.length > 0) return refused(keyErrors);

  const found = await ports.operations.findByIdempotencyKey('EXECUTE_PLAN', input.idempotencyKey);
  if (found !== null) return answerFound(found, input.planId, expectedDigest);

  const [plan] = await ports.plans.loadPlans([input.planId]);
  if (plan == null) return refused([refusal('NOT_FOUND', 'There is no such plan.', { path: ['planId'] })]);
  if (plan.digest !== expectedDigest) return refused([digestMismatch(plan)]);
  const refusals = await checkPlanStillHolds(ports, plan, ['planId']);
  if (refusals.length > 0) return refused(refusals);

  const created = await ports.operations.createOperation(
    {
      id: ports.ids.newId(),
      kind: 'EXECUTE_PLAN',
      createdBy: actor.name,
      restorePointId: plan.restorePointId,
      planId: plan.id,
      retryOf: null,
      idempotencyKey: input.idempotencyKey,
      requestSha256: requestSha256(plan.id, expectedDigest),
      input: {},
    },
    { actor: actor.name, action: 'restorePlan.execute', detail: { planId: plan.id, digest: plan.digest } },
  );
  if (created.kind === 'found') return answerFound(created, input.planId, expectedDigest);
  if (created.kind === 'subject-gone') return refused([restorePointDeleted(['planId'])]);
  if (created.kind !== 'created') throw new Error('an operation that retries nothing cannot be retried already');
  await handOver(ports, created.operation.id, 'EXECUTE_PLAN');
  return { operation: created.operation, alreadyStarted: false, userErrors: [] };
}

/** What a key was used for. */
function requestSha256(planId: string, digest: string): string {
  return createHash('sha256').update(canonicalJson({ planId, digest })).digest('hex');
}

function answerFound(found: FoundOperation, planId: string, expectedDigest: string): ExecutePlanResult {
  if (found.requestSha256 === requestSha256(planId, expectedDigest)) {
    return { operation: found.operation, alreadyStarted: true, userErrors: [] };
  }
  if (found.operation.planId === planId) {
    const message = 'This key has already started this plan, with another digest than the one given.';
    const remedy = 'Give the digest that the plan shows.';
    return refused([refusal('DIGEST_MISMATCH', message, { path: ['expectedDigest'], remedy })]);
  }
  const message = 'This idempotency key has already started another plan; nothing was started.';
  const remedy = 'Use a new key for each restore that you want.';
  return refused([refusal('IDEMPOTENCY_KEY_REUSED', message, { path: ['idempotencyKey'], remedy })]);
}

function refused(userErrors: readonly UserErrorData[]): ExecutePlanResult {
  return { operation: null, alreadyStarted: false, userErrors };
}
