import type { JsonObject } from '../domain/json.js';
import type { UserErrorData } from '../domain/operation-input.js';
import type { OperationRecord } from '../domain/operation-records.js';
import { refusal } from '../domain/user-error.js';
import type { OperationKind } from '../domain/words.js';
import type { IdMaker } from '../ports/id-maker.js';
import type { OperationWriter } from '../ports/operation-store.js';
import type { Actor } from './actor.js';
import { handOver } from './hand-over.js';
import type { HandOverPorts } from './hand-over.js';

export interface UpkeepPorts extends HandOverPorts {
  readonly operations: Pick<OperationWriter, 'createOperation'>;
  readonly ids: IdMaker;
}

export interface UpkeepResult {
  /** The one that is under way already, when the repository is busy; else the new one, or null. */
  readonly operation: OperationRecord | null;
  readonly userErrors: readonly UserErrorData[];
}

interface Upkeep {
  readonly kind: OperationKind;
  readonly repository: string;
  readonly input: JsonObject;
  readonly action: string;
  readonly detail: JsonObject;
}

/** Work on a whole repository: one of a kind at a time. Refusals: NOT_FOUND, REPOSITORY_BUSY. */
export async function startUpkeep(ports: UpkeepPorts, actor: Actor, upkeep: Upkeep): Promise<UpkeepResult> {
  const created = await ports.operations.createOperation(
    {
      id: ports.ids.newId(),
      kind: upkeep.kind,
      createdBy: actor.name,
      restorePointId: null,
      planId: null,
      repository: upkeep.repository,
      retryOf: null,
      idempotencyKey: null,
      requestSha256: null,
      input: upkeep.input,
    },
    { actor: actor.name, action: upkeep.action, detail: upkeep.detail },
  );
  const path = ['repository'];
  if (created.kind === 'subject-gone') {
    const message = `There is no repository "${upkeep.repository}".`;
    return { operation: null, userErrors: [refusal('NOT_FOUND', message, { path, remedy: 'Its name is "main".' })] };
  }
  if (created.kind === 'busy') {
    return { operation: created.operation, userErrors: [repositoryBusy(created.operation, path)] };
  }
  if (created.kind !== 'created') throw new Error('an operation without a key cannot be there already');
  await handOver(ports, created.operation.id, upkeep.kind);
  return { operation: created.operation, userErrors: [] };
}

export function repositoryBusy(running: OperationRecord, path: readonly string[]): UserErrorData {
  const message = `Operation ${running.id} of the same kind is ${running.state} on this repository.`;
  return refusal('REPOSITORY_BUSY', message, { path, remedy: 'Follow that one, or cancel it and ask again.' });
}
