import type { UserErrorData } from '../domain/operation-input.js';
import type { ExecutorContext, StepOutcome } from './context.js';
import { failureAsData } from './failure-as-data.js';

/** What a handler found wrong; empty when it did what it should. */
export type Refusals = readonly UserErrorData[];

/**
 * Runs the work of a step so that the workflow engine only ever sees a word. What went wrong is written to the
 * operation first. When the process drains the promise never settles: nothing may be recorded as ended because of it,
 * and the next process begins the step again.
 */
export async function guardedStep(
  context: ExecutorContext,
  operationId: string,
  subject: string,
  work: (signal: AbortSignal) => Promise<Refusals>,
): Promise<StepOutcome> {
  const watched = context.cancels.watch(operationId);
  try {
    const operation = await context.operations.read(operationId);
    if (operation === null || operation.cancelRequested) return 'CANCELLED';
    const refusals = await work(AbortSignal.any([watched.signal, context.stopping]));
    if (refusals.length === 0) return 'DONE';
    await context.operations.addUserErrors(operationId, refusals);
    return 'FAILED';
  } catch (error) {
    if (context.stopping.aborted) return await neverSettle();
    if (watched.signal.aborted) return 'CANCELLED';
    await context.operations.addUserErrors(operationId, [failureAsData(context, operationId, subject, error)]);
    return 'FAILED';
  } finally {
    watched.release();
  }
}

/** Stands still until the process ends. */
export function neverSettle(): Promise<never> {
  return new Promise(() => undefined);
}
