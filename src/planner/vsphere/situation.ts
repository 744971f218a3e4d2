import { CAPTURED_ITEMS } from '../../domain/words.js';
import type { CapturedItemName, CapturedItemState } from '../../domain/words.js';
import type { VsphereFacts } from '../facts.js';
import type { TargetMachineFact } from '../facts/machine.js';
import type { PointDiskFact } from '../facts/vsphere-point.js';
import type { DatastoreChoice, DiskSituation, Situation } from './context.js';
import { viewExecutors } from './executor-view.js';
import { resolveNetworks } from './resolve-networks.js';
import { resolvePolicy } from './resolve-policy.js';
import { viewSite } from './site-view.js';
import type { SiteView } from './site-view.js';

/** Joins the facts once, so that neither rules nor decisions search. Facts are normalised before. */
export function describeSituation(facts: VsphereFacts): Situation {
  const { target, deviceKeys } = facts.request;
  const point = facts.restorePoint;
  const site = viewSite(facts);
  const machine = machineToOverwrite(facts, site);
  const home = homeDatastore(facts, site, machine);
  const wanted = deviceKeys === null ? null : new Set(deviceKeys);
  const disks: DiskSituation[] = [];
  for (const disk of point.disks) {
    if (wanted === null || wanted.has(disk.deviceKey)) disks.push(describeDisk(facts, site, machine, home, disk));
  }
  return {
    facts,
    target,
    point,
    site,
    executors: viewExecutors(facts.executors).views,
    disks,
    items: itemStates(facts),
    home,
    homePolicy: resolvePolicy(site, point, null, target.placement.homePolicyId),
    networks: resolveNetworks(site, target, point.machine),
    machine,
  };
}

function machineToOverwrite(facts: VsphereFacts, site: SiteView): TargetMachineFact | null {
  const { mode, machineId } = facts.request.target;
  if (mode !== 'IN_PLACE' || machineId === null) return null;
  return site.targetMachine?.byId.get(machineId) ?? null;
}

function homeDatastore(facts: VsphereFacts, site: SiteView, machine: TargetMachineFact | null): DatastoreChoice {
  const { target } = facts.request;
  const requested = target.mode === 'IN_PLACE' ? (machine?.homeDatastoreId ?? null) : target.placement.homeDatastoreId;
  return chooseDatastore(site, requested, facts.restorePoint.machine.homeDatastoreName);
}

function chooseDatastore(site: SiteView, requestedId: string | null, capturedName: string | null): DatastoreChoice {
  if (site.datastores === null) return { id: requestedId, datastore: null, how: 'UNKNOWN' };
  if (requestedId !== null) {
    const datastore = site.datastores.byId.get(requestedId) ?? null;
    return { id: requestedId, datastore, how: datastore === null ? 'NOT_LISTED' : 'REQUESTED' };
  }
  const named = site.datastores.list.filter((one) => one.name === capturedName);
  const [only] = named;
  if (only === undefined || named.length > 1) return { id: null, datastore: null, how: 'NOT_LISTED' };
  return { id: only.id, datastore: only, how: 'BY_NAME' };
}

function describeDisk(
  facts: VsphereFacts,
  site: SiteView,
  machine: TargetMachineFact | null,
  home: DatastoreChoice,
  disk: PointDiskFact,
): DiskSituation {
  const { target } = facts.request;
  const inPlace = target.mode === 'IN_PLACE';
  const requested = target.placement.disks.find((one) => one.deviceKey === disk.deviceKey) ?? null;
  const written = inPlace ? diskToOverwrite(facts, machine, disk) : null;
  const provisioning =
    requested === null || requested.provisioning === 'AS_CAPTURED' ? disk.provisioning : requested.provisioning;
  return {
    disk,
    subject: `disk:${disk.deviceKey}`,
    requested,
    written,
    place: placeOfDisk(
      site,
      home,
      inPlace ? (written?.datastoreId ?? null) : (requested?.datastoreId ?? null),
      inPlace,
    ),
    policy: resolvePolicy(site, facts.restorePoint, disk.deviceKey, requested?.policyId ?? null),
    provisioning: inPlace ? (written?.provisioning ?? 'UNKNOWN') : provisioning,
    child: inPlace ? (written?.child ?? 'UNKNOWN') : 'NO',
    hasData: disk.dataState === 'CAPTURED' && disk.indexHash !== null,
  };
}

function placeOfDisk(site: SiteView, home: DatastoreChoice, id: string | null, inPlace: boolean): DatastoreChoice {
  if (id !== null) return chooseDatastore(site, id, null);
  return inPlace ? { id: null, datastore: null, how: 'UNKNOWN' } : home;
}

/** A confirmed mapping, else the only disk of the same UUID. A device key alone is no proof of identity. */
function diskToOverwrite(
  facts: VsphereFacts,
  machine: TargetMachineFact | null,
  disk: PointDiskFact,
): DiskSituation['written'] {
  const disks = machine?.disks ?? [];
  const mapped = facts.request.target.diskMapping?.find((one) => one.deviceKey === disk.deviceKey);
  if (mapped !== undefined) return disks.find((one) => one.deviceKey === mapped.targetDeviceKey) ?? null;
  if (disk.uuid === null) return null;
  const same = disks.filter((one) => one.uuid === disk.uuid);
  return same.length === 1 ? (same[0] ?? null) : null;
}

function itemStates(facts: VsphereFacts): Record<CapturedItemName, CapturedItemState> {
  const states = Object.fromEntries(CAPTURED_ITEMS.map((item) => [item, 'UNKNOWN'])) as Record<
    CapturedItemName,
    CapturedItemState
  >;
  for (const { item, state } of facts.restorePoint.items) states[item] = state;
  return states;
}
