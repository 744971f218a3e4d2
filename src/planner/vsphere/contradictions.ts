import type { RuleHit } from '../rules/rule.js';
import type { VsphereContext } from './context.js';
import { viewExecutors } from './executor-view.js';

/** What cannot all be true: doubled ids, sizes below zero, disks on datastores that the site does not list. */
export function contradictionsOf(context: VsphereContext): RuleHit[] {
  return [
    ...doubledIds(context),
    ...doubledDevices(context),
    ...impossibleSizes(context),
    ...impossibleMemory(context),
    ...unlistedPlaces(context),
    ...unknownDevices(context),
  ];
}

function doubledIds({ site, facts }: VsphereContext): RuleHit[] {
  const hits: RuleHit[] = [];
  const sections = {
    hosts: site.hosts,
    datastores: site.datastores,
    networks: site.networks,
    storagePolicies: site.storagePolicies,
    keyProviders: site.keyProviders,
    keyStatuses: site.keyStatuses,
    machines: site.machines,
    targetMachine: site.targetMachine,
    privileges: site.privileges,
    services: site.services,
    executors: viewExecutors(facts.executors),
  };
  for (const [name, index] of Object.entries(sections)) {
    if (index === null || index.duplicates.length === 0) continue;
    const ids = index.duplicates.map((id) => id.replace('\n', ' ')).join(', ');
    hits.push({ subject: `facts:${name}`, explanation: `Two entries of ${name} claim the same id: ${ids}.` });
  }
  return hits;
}

function impossibleSizes({ disks, home, host, facts }: VsphereContext): RuleHit[] {
  const hits: RuleHit[] = [];
  const seen = new Set<string>();
  for (const { datastore } of [home, ...disks.map(({ place }) => place)]) {
    if (datastore === null || seen.has(datastore.id)) continue;
    seen.add(datastore.id);
    const { capacityBytes, freeBytes, name } = datastore;
    const negative = [capacityBytes, freeBytes].some((bytes) => bytes !== null && !(bytes >= 0));
    const more = capacityBytes !== null && freeBytes !== null && freeBytes > capacityBytes;
    if (negative || more) {
      const explanation = `Datastore ${name} is said to have ${freeBytes} of ${capacityBytes} bytes free.`;
      hits.push({ subject: `datastore:${name}`, explanation });
    }
  }
  for (const one of facts.running?.entries ?? []) {
    if (one.hostId === host?.id && !(Number.isSafeInteger(one.streams) && one.streams >= 0)) {
      hits.push({ subject: `host:${host.name}`, explanation: `${one.streams} streams of ${one.transport} run there.` });
    }
  }
  return hits;
}

function unlistedPlaces({ disks, home, site }: VsphereContext): RuleHit[] {
  if (site.datastores === null) return [];
  const hits: RuleHit[] = [];
  const places = [{ subject: 'vm', place: home }, ...disks.map(({ subject, place }) => ({ subject, place }))];
  for (const { subject, place } of places) {
    if (place.id === null || place.how !== 'NOT_LISTED') continue;
    hits.push({ subject, explanation: `Datastore ${place.id} is named, and ${site.name} does not list it.` });
  }
  return hits;
}

function doubledDevices({ point, machine }: VsphereContext): RuleHit[] {
  const lists = {
    controllers: point.machine.controllers.map(({ key }) => key),
    networkAdapters: point.machine.networkAdapters.map(({ deviceKey }) => deviceKey),
    'disks of the VM to overwrite': (machine?.disks ?? []).map(({ deviceKey }) => deviceKey),
  };
  const hits: RuleHit[] = [];
  for (const [name, keys] of Object.entries(lists)) {
    const doubled = [...new Set(keys.filter((key, position) => keys.indexOf(key) !== position))];
    if (doubled.length === 0) continue;
    const explanation = `Two ${name} claim the same device key: ${doubled.sort((a, b) => a - b).join(', ')}.`;
    hits.push({ subject: 'vm', explanation });
  }
  return hits.slice(0, 1);
}

function impossibleMemory({ point, host }: VsphereContext): RuleHit[] {
  const { memoryMiB, memoryReservationMiB, processorCount, cpuReservationMhz } = point.machine;
  const sizes = { memoryMiB, memoryReservationMiB, processorCount, cpuReservationMhz };
  const hits: RuleHit[] = [];
  const bad = Object.entries(sizes).filter(([, value]) => value !== null && !(value >= 0));
  if (bad.length > 0) {
    hits.push({
      subject: 'power-on',
      explanation: `Of the VM: ${bad.map(([name, value]) => `${name} ${value}`).join(', ')}.`,
    });
  }
  const free = host?.freeMemoryBytes ?? 0;
  if (!(free >= 0)) hits.push({ subject: `host:${host?.name}`, explanation: `It is said to have ${free} bytes free.` });
  return hits;
}

/** What is asked for a device that the point does not hold was meant for another point, or for another device. */
function unknownDevices({ point, target }: VsphereContext): RuleHit[] {
  if (target.mode === 'IN_PLACE') return [];
  const disks = new Set(point.disks.map(({ deviceKey }) => deviceKey));
  const adapters = new Set(point.machine.networkAdapters.map(({ deviceKey }) => deviceKey));
  const asked = [
    ...target.placement.disks.map((one) => ({ ...one, subject: `disk:${one.deviceKey}`, known: disks })),
    ...target.placement.networks.map((one) => ({ ...one, subject: `network:${one.deviceKey}`, known: adapters })),
  ];
  return asked
    .filter(({ deviceKey, known }) => !known.has(deviceKey))
    .map(({ subject }) => ({ subject, explanation: 'A place is asked for it, and the point holds no such device.' }));
}
