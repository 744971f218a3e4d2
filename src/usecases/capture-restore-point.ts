import type { JsonObject } from '../domain/json.js';
import type { CaptureOperationInput, UserErrorData } from '../domain/operation-input.js';
import type { OperationRecord } from '../domain/operation-records.js';
import type { RestorePointRecord } from '../domain/restore-point-records.js';
import type { ExecutorReader } from '../ports/estate-reader.js';
import type { Actor } from './actor.js';
import { checkIncrements, requestedIncrements } from './check-increments.js';
import type { CheckIncrementsPorts, DiskIncrement } from './check-increments.js';
import { checkDiskImages } from './check-disk-images.js';
import { checkOptionalText } from './check-text.js';
import { handOver } from './hand-over.js';
import type { HandOverPorts } from './hand-over.js';
import { ingestPoint } from './ingest.js';
import type { IngestPorts } from './ingest.js';
import { preparePoint } from './prepare-point.js';
import type { PreparedPoint } from './prepare-point.js';
import type { CaptureRestorePointInput } from './restore-point-input.js';

export interface CaptureRestorePointPorts extends IngestPorts, HandOverPorts, CheckIncrementsPorts {
  readonly restorePoints: IngestPorts['restorePoints'] & CheckIncrementsPorts['restorePoints'];
  readonly ingest: IngestPorts['ingest'];
  readonly executors: Pick<ExecutorReader, 'surveyExecutors'>;
  /** Name of the chunk repository that captures go to. */
  readonly repository: string;
}

export interface CaptureRestorePointResult {
  readonly restorePoint: RestorePointRecord | null;
  readonly operation: OperationRecord | null;
  /** Refusals, or warnings about a capture that was started. */
  readonly userErrors: readonly UserErrorData[];
}

/**
 * Writes the restore point as CAPTURING together with its operation, then hands the operation over. With an idempotency
 * key, the same request again answers with the same operation. Refusals: those of the documents, DISK_MISMATCH,
 * LOCATION_NOT_AVAILABLE, PATH_OUTSIDE_LOCATION, PARENT_UNUSABLE, IDEMPOTENCY_KEY_REUSED, INVALID_INPUT, TOO_LARGE.
 */
export async function captureRestorePoint(
  ports: CaptureRestorePointPorts,
  actor: Actor,
  input: CaptureRestorePointInput,
): Promise<CaptureRestorePointResult> {
  const keyErrors = checkOptionalText(input.idempotencyKey, { path: ['idempotencyKey'], lengthMax: 200 });
  const prepared = preparePoint(ports, input.metadata);
  if (!prepared.ok) return refused([...keyErrors, ...prepared.userErrors]);
  const { point } = prepared;
  const { executors } = await ports.executors.surveyExecutors();
  const refusals = [...keyErrors, ...checkDiskImages(point.configInfo.facts, input.disks, executors)];
  if (refusals.length > 0) return refused(refusals);
  const checked = await checkIncrements(ports, point, input.disks, input.idempotencyKey ?? null);
  if (checked.refusals.length > 0) return refused(checked.refusals);
  const warnings = [...point.warnings, ...checked.warnings];

  const outcome = await ingestPoint(ports, actor, point, {
    origin: 'CAPTURED',
    idempotencyKey: input.idempotencyKey ?? null,
    input: operationInput(ports.repository, point, input, checked.increments),
    requested: operationInput(ports.repository, point, input, requestedIncrements(input.disks)),
    changedExtents: checked.changedExtents,
  });
  if (outcome.kind === 'refused') return refused(outcome.userErrors);
  if (outcome.kind === 'written') {
    const { restorePoint, operation } = outcome;
    if (operation === null) throw new Error('a capture was written without its operation');
    await handOver(ports, operation.id, operation.kind);
    return { restorePoint, operation, userErrors: warnings };
  }
  const [restorePoint] = await ports.restorePoints.loadRestorePoints([outcome.restorePointId]);
  return { restorePoint: restorePoint ?? null, operation: outcome.operation, userErrors: warnings };
}

function operationInput(
  repository: string,
  point: PreparedPoint,
  { disks }: CaptureRestorePointInput,
  increments: ReadonlyMap<number, DiskIncrement>,
): JsonObject {
  const capacities = new Map(point.configInfo.facts.disks.map((disk) => [disk.deviceKey, disk.capacityBytes]));
  const sorted = [...disks].sort((a, b) => a.deviceKey - b.deviceKey);
  const operation: CaptureOperationInput = {
    repository,
    disks: sorted.map(({ deviceKey, location, path, format }) => {
      const capacityBytes = capacities.get(deviceKey);
      if (capacityBytes == null) throw new Error(`disk ${deviceKey} was to be refused: it is not in the document`);
      return { deviceKey, location, path, format, capacityBytes, ...increments.get(deviceKey) };
    }),
  };
  return operation as unknown as JsonObject;
}

function refused(userErrors: readonly UserErrorData[]): CaptureRestorePointResult {
  return { restorePoint: null, operation: null, userErrors };
}
