import type { ExecutorRecord } from '../domain/estate-records.js';
import type { KeyReference, RestorePointDiskRecord, RestorePointRecord } from '../domain/restore-point-records.js';
import type {
  CapturedItemFact,
  CustomerPolicy,
  DiskFact,
  ExecutorFact,
  KeyFact,
  LocalFilesFacts,
  LocalFilesRequest,
} from '../planner/facts.js';
import type { ExecutorReader, VmReader } from '../ports/estate-reader.js';
import type { RestorePointReader } from '../ports/restore-point-reader.js';

export interface GatherFactsPorts {
  readonly restorePoints: Pick<RestorePointReader, 'loadDisks' | 'loadCapturedItems'>;
  readonly vms: Pick<VmReader, 'loadVms'>;
  readonly executors: Pick<ExecutorReader, 'surveyExecutors'>;
  readonly policy: CustomerPolicy;
}

/**
 * Everything the planner may look at, for one restore point: four statements, whatever its size. `now` is the
 * database's, as executors report by it: a machine whose clock is wrong makes no report old.
 */
export async function gatherFacts(
  ports: GatherFactsPorts,
  restorePoint: RestorePointRecord,
  request: LocalFilesRequest,
): Promise<LocalFilesFacts> {
  const { state } = restorePoint;
  if (state === 'DELETED') throw new Error(`restore point ${restorePoint.id} is deleted and must not be planned with`);
  const [vms, disks, items, survey] = await Promise.all([
    ports.vms.loadVms([restorePoint.vmId]),
    ports.restorePoints.loadDisks([restorePoint.id]),
    ports.restorePoints.loadCapturedItems([restorePoint.id]),
    ports.executors.surveyExecutors(),
  ]);
  const vmName = vms[0]?.name;
  if (vmName === undefined) throw new Error(`restore point ${restorePoint.id} names a VM that is not there`);
  return {
    now: survey.now,
    request,
    restorePoint: {
      id: restorePoint.id,
      vmName,
      capturedAt: restorePoint.capturedAt,
      origin: restorePoint.origin,
      state,
      extractorVersion: restorePoint.extractorVersion,
      firmware: restorePoint.firmware,
      secureBoot: restorePoint.secureBoot,
      vtpm: restorePoint.vtpm,
      encryption: restorePoint.encryption,
      hardwareVersion: restorePoint.hardwareVersion,
      key: keyFact(restorePoint.key, restorePoint),
      nvramSizeBytes: restorePoint.nvram?.sizeBytes ?? null,
      consistency: restorePoint.consistency,
      items: (items[0] ?? []).map(({ item, state, observedAt }): CapturedItemFact => ({ item, state, observedAt })),
      disks: (disks[0] ?? []).map((disk) => diskFact(disk, restorePoint)).sort((a, b) => a.deviceKey - b.deviceKey),
    },
    executors: survey.executors.map(executorFact),
    policy: ports.policy,
  };
}

/** The provider's type was told for the provider of the home; of another provider nobody told it. */
function keyFact(key: KeyReference | null, point: RestorePointRecord): KeyFact | null {
  if (key === null) return null;
  const sameProvider = key.providerId === (point.key?.providerId ?? null);
  return { ...key, providerType: sameProvider ? point.keyProviderType : 'UNKNOWN' };
}

function diskFact(disk: RestorePointDiskRecord, point: RestorePointRecord): DiskFact {
  return {
    deviceKey: disk.deviceKey,
    label: disk.label,
    controllerType: disk.controllerType,
    bus: disk.bus,
    busNumber: disk.busNumber,
    unitNumber: disk.unitNumber,
    capacityBytes: disk.capacityBytes,
    provisioning: disk.provisioning,
    backingType: disk.backingType,
    diskMode: disk.diskMode,
    key: keyFact(disk.key, point),
    dataState: disk.state,
    indexHash: disk.indexHash,
    repository: disk.repository,
    dataBytes: disk.dataBytes,
  };
}

function executorFact(executor: ExecutorRecord): ExecutorFact {
  return {
    name: executor.name,
    version: executor.version,
    observedAt: executor.observedAt,
    engine: executor.engine,
    engineReason: executor.engineReason,
    locations: executor.locations,
    repositories: executor.repositories,
  };
}
