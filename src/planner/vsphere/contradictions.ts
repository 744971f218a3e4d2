import type { RuleHit } from '../rules/rule.js';
import type { VsphereContext } from './context.js';
import { viewExecutors } from './executor-view.js';

/** What cannot all be true: doubled ids, sizes below zero, disks on datastores that the site does not list. */
export function contradictionsOf(context: VsphereContext): RuleHit[] {
  return [...doubledIds(context), ...impossibleSizes(context), ...unlistedPlaces(context)];
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
