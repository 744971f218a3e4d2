import type { OperationRecord } from '../domain/operation-records.js';
import type { UserErrorData } from '../domain/operation-input.js';
import { refusal } from '../domain/user-error.js';
import type { IdMaker } from '../ports/id-maker.js';
import type { OperationReader, OperationWriter } from '../ports/operation-store.js';
import type { PlanReader } from '../ports/plan-store.js';
import type { Actor } from './actor.js';
import { checkPlanStillHolds } from './check-plan.js';
import type { CheckPlanPorts } from './check-plan.js';
import { handOver } from './hand-over.js';
import type { HandOverPorts } from './hand-over.js';
import { repositoryBusy } from './start-upkeep.js';

export interface RetryOperationPorts extends CheckPlanPorts, HandOverPorts {
  readonly operations: Pick<OperationReader, 'loadOperations'> & Pick<OperationWriter, 'createOperation'>;
  readonly plans: Pick<PlanReader, 'loadPlans' | 'loadApprovals'>;
  readonly ids: IdMaker;
}

export interface RetryOperationResult {
  /** The new operation; null if it was refused. */
  readonly operation: OperationRecord | null;
  readonly userErrors: readonly UserErrorData[];
}

/**
 * Starts a failed or cancelled operation again, as a new one with the same input. A restore keeps its plan, so the plan
 * must still hold. Refusals: NOT_FOUND, OPERATION_NOT_RETRYABLE, REPOSITORY_BUSY, RESTORE_POINT_NOT_AVAILABLE,
 * PLAN_EXPIRED, PLAN_NOT_EXECUTABLE, PLAN_DRIFTED.
 */
export async function retryOperation(
  ports: RetryOperationPorts,
  actor: Actor,
  input: { readonly operationId: string },
): Promise<RetryOperationResult> {
  const path = ['operationId'];
  const [old] = await ports.operations.loadOperations([input.operationId]);
  if (old == null) return refused(refusal('NOT_FOUND', 'There is no such operation.', { path }));
  if (old.state !== 'FAILED' && old.state !== 'CANCELLED') {
    const message = `The operation is ${old.state}; only one that failed or was cancelled can be tried again.`;
    return refused(refusal('OPERATION_NOT_RETRYABLE', message, { path }));
  }
  const planErrors = await checkPlanOf(ports, old, path);
  if (planErrors.length > 0) return { operation: null, userErrors: planErrors };
  const created = await ports.operations.createOperation(
    {
      id: ports.ids.newId(),
      kind: old.kind,
      createdBy: actor.name,
      restorePointId: old.restorePointId,
      planId: old.planId,
      repository: old.repository,
      retryOf: old.id,
      idempotencyKey: null,
      requestSha256: null,
      input: old.input,
    },
    { actor: actor.name, action: 'operation.retry', detail: { retryOf: old.id } },
  );
  if (created.kind === 'found') throw new Error('an operation without a key cannot be there already');
  if (created.kind === 'busy') return refused(repositoryBusy(created.operation, path));
  if (created.kind === 'subject-gone') {
    const message = 'What the operation worked on was deleted, so it cannot be tried again.';
    return refused(refusal('OPERATION_NOT_RETRYABLE', message, { path }));
  }
  if (created.kind === 'already-retried') {
    const message = `The operation has been tried again already; that one is ${created.operation.state}.`;
    return refused(refusal('OPERATION_NOT_RETRYABLE', message, { path, remedy: 'Follow the newer operation.' }));
  }
  await handOver(ports, created.operation.id, old.kind);
  return { operation: created.operation, userErrors: [] };
}

async function checkPlanOf(
  ports: RetryOperationPorts,
  old: OperationRecord,
  path: readonly string[],
): Promise<readonly UserErrorData[]> {
  if (old.planId === null) return [];
  const [plan] = await ports.plans.loadPlans([old.planId]);
  if (plan == null) throw new Error(`operation ${old.id} names a plan that is not there`);
  return checkPlanStillHolds(ports, plan, path);
}

function refused(userError: UserErrorData): RetryOperationResult {
  return { operation: null, userErrors: [userError] };
}
