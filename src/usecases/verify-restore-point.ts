import type { OperationRecord } from '../domain/operation-records.js';
import type { UserErrorData } from '../domain/operation-input.js';
import { refusal } from '../domain/user-error.js';
import type { IdMaker } from '../ports/id-maker.js';
import type { OperationWriter } from '../ports/operation-store.js';
import type { RestorePointReader } from '../ports/restore-point-reader.js';
import type { Actor } from './actor.js';
import { handOver } from './hand-over.js';
import type { HandOverPorts } from './hand-over.js';
import { restorePointDeleted } from './restore-point-deleted.js';

export interface VerifyRestorePointPorts extends HandOverPorts {
  readonly restorePoints: Pick<RestorePointReader, 'loadRestorePoints' | 'loadDisks'>;
  readonly operations: Pick<OperationWriter, 'createOperation'>;
  readonly ids: IdMaker;
}

export interface VerifyRestorePointResult {
  readonly operation: OperationRecord | null;
  readonly userErrors: readonly UserErrorData[];
}

/** Starts re-hashing a point's blocks. Refusals: NOT_FOUND, RESTORE_POINT_NOT_AVAILABLE. */
export async function verifyRestorePoint(
  ports: VerifyRestorePointPorts,
  actor: Actor,
  input: { readonly restorePointId: string },
): Promise<VerifyRestorePointResult> {
  const [[point], [disks]] = await Promise.all([
    ports.restorePoints.loadRestorePoints([input.restorePointId]),
    ports.restorePoints.loadDisks([input.restorePointId]),
  ]);
  const path = ['restorePointId'];
  if (point == null) return refused(refusal('NOT_FOUND', 'There is no such restore point.', { path }));
  if (point.state === 'DELETED') return refused(restorePointDeleted(path));
  if (point.state !== 'AVAILABLE' && point.state !== 'DAMAGED') {
    const message = `The restore point is ${point.state}, so it cannot be verified.`;
    const remedy = point.state === 'CAPTURING' ? 'Wait until its capture has ended.' : 'Capture it again.';
    return refused(refusal('RESTORE_POINT_NOT_AVAILABLE', message, { path, remedy }));
  }
  if (!(disks ?? []).some(({ indexHash }) => indexHash !== null)) {
    const message = 'None of its disks is in our repository, so there is nothing to hash.';
    const remedy = point.tool === null ? undefined : `Verify it with ${point.tool}, which holds its blocks.`;
    const parts = remedy === undefined ? { path } : { path, remedy };
    return refused(refusal('RESTORE_POINT_NOT_AVAILABLE', message, parts));
  }
  const created = await ports.operations.createOperation(
    {
      id: ports.ids.newId(),
      kind: 'VERIFY_RESTORE_POINT',
      createdBy: actor.name,
      restorePointId: point.id,
      planId: null,
      retryOf: null,
      idempotencyKey: null,
      requestSha256: null,
      input: {},
    },
    { actor: actor.name, action: 'restorePoint.verify', detail: { restorePointId: point.id } },
  );
  if (created.kind === 'subject-gone') return refused(restorePointDeleted(path));
  if (created.kind !== 'created') throw new Error('an operation without a key cannot be there already');
  await handOver(ports, created.operation.id, 'VERIFY_RESTORE_POINT');
  return { operation: created.operation, userErrors: [] };
}

function refused(userError: UserErrorData): VerifyRestorePointResult {
  return { operation: null, userErrors: [userError] };
}
