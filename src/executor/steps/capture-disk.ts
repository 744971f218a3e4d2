import type { CaptureOperationInput } from '../../domain/operation-input.js';
import type { CopyControl } from '../../ports/copy-engine.js';
import type { ExecutorOperation } from '../../ports/executor-operation-store.js';
import { PortError } from '../../ports/port-error.js';
import type { ExecutorContext } from '../context.js';
import type { DiskOutcome } from '../disk-outcome.js';
import { repositoryPath } from '../plan-work.js';

/** One disk image into the chunk repository. Repeatable: chunks that are there already are not written again. */
export async function captureDisk(
  context: ExecutorContext,
  operation: ExecutorOperation,
  deviceKey: number,
  control: CopyControl,
): Promise<DiskOutcome> {
  const input = operation.input as CaptureOperationInput;
  const disk = input.disks.find((candidate) => candidate.deviceKey === deviceKey);
  if (disk === undefined || operation.restorePointId === null) {
    throw new Error(`operation ${operation.id} has no image for disk ${deviceKey}`);
  }
  const location = context.locations[disk.location];
  if (location === undefined) {
    throw new PortError(
      'permanent',
      'LOCATION_NOT_AVAILABLE',
      `Executor ${context.executorName} has no location "${disk.location}".`,
    );
  }
  await context.repositoryPresence.require(input.repository);
  const captured = await context.engine.captureDisk(
    {
      repositoryPath: repositoryPath(context, input.repository),
      source: { rootPath: location.path, relativePath: disk.path },
      sourceFormat: disk.format,
      capacityBytes: disk.capacityBytes,
    },
    control,
  );
  context.passDebugPoint('capture-disk:whole');
  await context.catalog.recordCapturedDisk(operation.restorePointId, deviceKey, {
    repository: input.repository,
    indexHash: captured.indexHash,
    dataBytes: captured.dataBytes,
  });
  const { dataBytes, chunkCount, newChunkCount, newStoredBytes } = captured;
  return { refusals: [], result: { dataBytes, chunkCount, newChunkCount, newStoredBytes } };
}
