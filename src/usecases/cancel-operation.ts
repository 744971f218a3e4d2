import type { OperationRecord } from '../domain/operation-records.js';
import type { UserErrorData } from '../domain/operation-input.js';
import { refusal } from '../domain/user-error.js';
import type { OperationWriter } from '../ports/operation-store.js';
import type { Actor } from './actor.js';

export interface CancelOperationPorts {
  readonly operations: Pick<OperationWriter, 'requestCancel'>;
}

export interface CancelOperationResult {
  readonly operation: OperationRecord | null;
  readonly userErrors: readonly UserErrorData[];
}

/** Asks an operation to stop. Asking again is no error; an ended one is refused with OPERATION_ENDED. */
export async function cancelOperation(
  ports: CancelOperationPorts,
  actor: Actor,
  input: { readonly operationId: string },
): Promise<CancelOperationResult> {
  const outcome = await ports.operations.requestCancel(input.operationId, {
    actor: actor.name,
    action: 'operation.cancel',
    subjectType: 'Operation',
    subjectId: input.operationId,
    detail: {},
  });
  if (outcome.kind === 'not-found') {
    const message = 'There is no such operation.';
    return { operation: null, userErrors: [refusal('NOT_FOUND', message, { path: ['operationId'] })] };
  }
  if (outcome.kind === 'ended') {
    const message = `The operation has already ended as ${outcome.operation.state}; there is nothing to stop.`;
    return {
      operation: outcome.operation,
      userErrors: [refusal('OPERATION_ENDED', message, { path: ['operationId'] })],
    };
  }
  return { operation: outcome.operation, userErrors: [] };
}
