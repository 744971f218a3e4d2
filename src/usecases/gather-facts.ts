import type { ExecutorRecord } from '../domain/estate-records.js';
import type { JsonObject } from '../domain/json.js';
import type {
  CapturedItemRecord,
  KeyReference,
  RestorePointDiskRecord,
  RestorePointRecord,
} from '../domain/restore-point-records.js';
import type {
  CapturedItemFact,
  CustomerPolicy,
  DiskFact,
  ExecutorFact,
  KeyFact,
  PlannerFacts,
  PlanRequest,
  RestorePointFact,
} from '../planner/facts.js';
import type { RunningStreamFact } from '../planner/facts/proxy.js';
import type { VsphereTarget } from '../planner/facts/vsphere-request.js';
import type { ExecutorReader, SiteReader, VmReader } from '../ports/estate-reader.js';
import type { PlanningFactsReader } from '../ports/planning-facts.js';
import type { RestorePointReader } from '../ports/restore-point-reader.js';
import { proxyExecutorsOf, siteFactsOf } from './site-facts.js';
import { vspherePointOf } from './vsphere-point.js';

export interface GatherFactsPorts {
  readonly restorePoints: Pick<RestorePointReader, 'loadDisks' | 'loadCapturedItems' | 'loadFacts'>;
  readonly vms: Pick<VmReader, 'loadVms'>;
  readonly sites: Pick<SiteReader, 'loadSites'>;
  readonly executors: Pick<ExecutorReader, 'surveyExecutors'>;
  readonly planningFacts: PlanningFactsReader;
  /** Where the customer set nothing. */
  readonly policy: CustomerPolicy;
}

/**
 * Everything the planner may look at, for one restore point: five statements for local files, nine for vSphere,
 * whatever its size. `now` is the database's, as executors report by it: a machine whose clock is wrong makes no report
 * old.
 */
export async function gatherFacts(
  ports: GatherFactsPorts,
  restorePoint: RestorePointRecord,
  request: PlanRequest,
): Promise<PlannerFacts> {
  const { target } = request;
  const common = gatherCommon(ports, restorePoint);
  if (target.kind === 'LOCAL_FILES') {
    return { ...(await common).facts, request: { ...request, target } };
  }
  const [{ facts, disks, vm }, told] = await Promise.all([common, gatherVsphere(ports, restorePoint, target)]);
  const { sections, proxies } = told;
  const [site, origin] = await ports.sites.loadSites([target.siteId, vm.siteId]);
  if (site == null) throw new Error(`a plan names the site ${target.siteId}, which is not there`);
  const machineId = target.mode === 'IN_PLACE' ? target.machineId : null;
  const siteFacts = siteFactsOf(site, sections, machineId);
  return {
    ...facts,
    request: { ...request, target },
    restorePoint: vspherePointOf(
      facts.restorePoint,
      { record: restorePoint, disks, facts: told.facts, siteInstanceUuid: origin?.vcenterInstanceUuid ?? null },
      siteFacts.services?.entries ?? null,
    ),
    executors: proxyExecutorsOf(facts.executors, proxies, site, facts),
    site: siteFacts,
    running: { observedAt: facts.now, entries: NO_STREAMS },
  };
}

/** No operation of this service writes into vSphere yet, and of other products' streams nobody knows. */
const NO_STREAMS: readonly RunningStreamFact[] = [];

async function gatherVsphere(ports: GatherFactsPorts, restorePoint: RestorePointRecord, target: VsphereTarget) {
  const [sections, proxies, pointFacts] = await Promise.all([
    ports.planningFacts.loadSiteFacts(target.siteId),
    ports.planningFacts.loadProxyFacts(),
    ports.restorePoints.loadFacts([restorePoint.id]),
  ]);
  return { sections, proxies, facts: pointFacts[0] ?? null };
}

async function gatherCommon(ports: GatherFactsPorts, restorePoint: RestorePointRecord) {
  const [vms, disks, items, survey, policy] = await Promise.all([
    ports.vms.loadVms([restorePoint.vmId]),
    ports.restorePoints.loadDisks([restorePoint.id]),
    ports.restorePoints.loadCapturedItems([restorePoint.id]),
    ports.executors.surveyExecutors(),
    ports.planningFacts.loadPolicy(),
  ]);
  const [vm] = vms;
  if (vm == null) throw new Error(`restore point ${restorePoint.id} names a VM that is not there`);
  const facts = {
    now: survey.now,
    restorePoint: pointFactOf(restorePoint, vm.name, disks[0] ?? [], items[0] ?? []),
    executors: survey.executors.map(executorFact),
    policy: policyOf(ports.policy, policy),
  };
  return { facts, disks: disks[0] ?? [], vm };
}

/** What the customer set, over what is set where nobody did. */
export function policyOf(defaults: CustomerPolicy, set: JsonObject | null): CustomerPolicy {
  return { ...defaults, ...(set as Partial<CustomerPolicy> | null) };
}

export function pointFactOf(
  restorePoint: RestorePointRecord,
  vmName: string,
  disks: readonly RestorePointDiskRecord[],
  items: readonly CapturedItemRecord[],
): RestorePointFact {
  const { state } = restorePoint;
  if (state === 'DELETED') throw new Error(`restore point ${restorePoint.id} is deleted and must not be planned with`);
  return {
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
    items: items.map(({ item, state: itemState, observedAt }): CapturedItemFact => {
      return { item, state: itemState, observedAt };
    }),
    disks: disks.map((disk) => diskFact(disk, restorePoint)).sort((a, b) => a.deviceKey - b.deviceKey),
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

export function executorFact(executor: ExecutorRecord): ExecutorFact {
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
