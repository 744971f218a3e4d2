import type { JsonObject } from '../domain/json.js';
import type { UserErrorData } from '../domain/operation-input.js';
import { refusal, warning } from '../domain/user-error.js';
import type { ExecutorReader } from '../ports/estate-reader.js';
import type { FactDocuments } from '../ports/fact-documents.js';
import type { PlanningFactsWriter } from '../ports/planning-facts.js';
import type { Actor } from './actor.js';
import { readFactDocument, readObservedAt } from './read-fact-document.js';

export interface RecordProxyFactsPorts {
  readonly planningFacts: Pick<PlanningFactsWriter, 'writeProxyFacts'>;
  readonly factDocuments: FactDocuments;
  readonly executors: Pick<ExecutorReader, 'surveyExecutors'>;
}

export interface RecordProxyFactsInput {
  /** Name. */
  readonly executor: string;
  readonly observedAt: string;
  /** JSON text. */
  readonly proxy: string;
}

/**
 * Keeps what somebody knows of an executor as a proxy of vSphere disks. Refusals: NOT_FOUND, INVALID_INPUT, TOO_LARGE.
 * What was observed earlier than what is kept is left out, with a warning.
 */
export async function recordProxyFacts(
  ports: RecordProxyFactsPorts,
  actor: Actor,
  input: RecordProxyFactsInput,
): Promise<{ readonly recorded: boolean; readonly userErrors: readonly UserErrorData[] }> {
  const { now, executors } = await ports.executors.surveyExecutors();
  const executor = executors.find(({ name }) => name === input.executor);
  if (executor === undefined) {
    const remedy = `Executors are ${executors.map(({ name }) => name).join(', ') || 'none'}.`;
    return {
      recorded: false,
      userErrors: [refusal('NOT_FOUND', 'There is no executor of this name.', { path: ['executor'], remedy })],
    };
  }
  const observedAt = readObservedAt(input.observedAt, ['observedAt'], now);
  const { document, refusals } = readFactDocument(ports.factDocuments, 'PROXY', input.proxy, ['proxy']);
  const userErrors = [...observedAt.refusals, ...refusals];
  if (userErrors.length > 0) return { recorded: false, userErrors };
  const recorded = await ports.planningFacts.writeProxyFacts(
    { executorName: executor.name, observedAt: observedAt.moment, proxy: document as JsonObject },
    actor.name,
    {
      actor: actor.name,
      action: 'executor.recordProxyFacts',
      subjectType: 'Executor',
      subjectId: executor.id,
      detail: { observedAt: observedAt.moment },
    },
  );
  const message = 'Nothing was changed: what is kept was observed later.';
  return { recorded, userErrors: recorded ? [] : [warning('FACTS_OUTDATED', message, { path: ['observedAt'] })] };
}
