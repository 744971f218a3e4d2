import { addSeconds } from '../../domain/time.js';
import type { VsphereFacts } from '../facts.js';
import type { KeyProviderFact, KeyStatusFact } from '../facts/keys.js';
import type { MachineFact, TargetMachineFact } from '../facts/machine.js';
import type { Section } from '../facts/section.js';
import type {
  DatastoreFact,
  HostFact,
  NetworkFact,
  PlaceFact,
  PrivilegeFact,
  ServiceFact,
  SiteAboutFact,
  SiteFacts,
  StoragePolicyFact,
} from '../facts/site.js';

/** A section as a list in a fixed order with a look-up; entries whose id stands twice are left out and named. */
export interface Indexed<Entry> {
  /** Ascending by id. */
  readonly list: readonly Entry[];
  readonly byId: ReadonlyMap<string, Entry>;
  /** Ids that two entries claim. */
  readonly duplicates: readonly string[];
}

export type SectionName = Exclude<keyof SiteFacts, 'siteId' | 'name' | 'kind'>;

/** What the site told, as far as it is fresh. Null: nobody knows, or no longer. */
export interface SiteView {
  readonly siteId: string;
  readonly name: string;
  readonly kind: SiteFacts['kind'];
  readonly about: SiteAboutFact | null;
  readonly hosts: Indexed<HostFact> | null;
  readonly datastores: Indexed<DatastoreFact> | null;
  readonly networks: Indexed<NetworkFact> | null;
  readonly storagePolicies: Indexed<StoragePolicyFact> | null;
  readonly keyProviders: Indexed<KeyProviderFact> | null;
  /** By `keyStatusId`. */
  readonly keyStatuses: Indexed<KeyStatusFact> | null;
  readonly machines: MachineIndex | null;
  readonly targetMachine: Indexed<TargetMachineFact> | null;
  readonly privileges: Indexed<PrivilegeFact> | null;
  readonly services: Indexed<ServiceFact> | null;
  readonly places: Indexed<PlaceFact> | null;
  /** Sections that were observed, but too long ago or, by their date, not yet. */
  readonly stale: readonly SectionName[];
  /** Sections that nobody ever observed. */
  readonly missing: readonly SectionName[];
}

/** VMs of the site by what may collide; a name, UUID or MAC address may belong to several. */
export interface MachineIndex extends Indexed<MachineFact> {
  readonly byName: ReadonlyMap<string, readonly MachineFact[]>;
  readonly byInstanceUuid: ReadonlyMap<string, readonly MachineFact[]>;
  readonly byBiosUuid: ReadonlyMap<string, readonly MachineFact[]>;
  readonly byMacAddress: ReadonlyMap<string, readonly MachineFact[]>;
}

/** In the order in which a site is told. */
export const SECTIONS = [
  'about',
  'hosts',
  'datastores',
  'networks',
  'storagePolicies',
  'keyProviders',
  'keyStatuses',
  'machines',
  'targetMachine',
  'privileges',
  'services',
  'places',
] as const satisfies readonly SectionName[];

/** Looks up a key status: the same id under two providers is two keys. */
export function keyStatusId(keyId: string, providerId: string | null): string {
  return `${providerId ?? ''}\n${keyId}`;
}

export function viewSite(facts: VsphereFacts): SiteView {
  const { site, now, policy } = facts;
  const oldest = addSeconds(now, -policy.factAgeMaxSeconds);
  const stale: SectionName[] = [];
  const missing: SectionName[] = [];
  for (const name of SECTIONS) {
    const section = site[name];
    if (section === null) missing.push(name);
    else if (!isFresh(section.observedAt, oldest, now)) stale.push(name);
  }
  const fresh = <Entry>(section: Section<Entry>): readonly Entry[] | null =>
    section !== null && isFresh(section.observedAt, oldest, now) ? section.entries : null;
  return {
    siteId: site.siteId,
    name: site.name,
    kind: site.kind,
    about: fresh(site.about)?.[0] ?? null,
    hosts: indexed(fresh(site.hosts), byId),
    datastores: indexed(fresh(site.datastores), byId),
    networks: indexed(fresh(site.networks), byId),
    storagePolicies: indexed(fresh(site.storagePolicies), byId),
    keyProviders: indexed(fresh(site.keyProviders), byProvider),
    keyStatuses: indexed(fresh(site.keyStatuses), byKey),
    machines: indexedMachines(fresh(site.machines)),
    targetMachine: indexed(fresh(site.targetMachine), byId),
    privileges: indexed(fresh(site.privileges), byPrivilege),
    services: indexed(fresh(site.services), byName),
    places: indexed(fresh(site.places), byId),
    stale,
    missing,
  };
}

/** Moments are UTC text of one form, so that text order is time order. */
export function isFresh(observedAt: string, oldest: string, now: string): boolean {
  return observedAt >= oldest && observedAt <= now;
}

const byId = (one: { readonly id: string }): string => one.id;
const byName = (one: { readonly name: string }): string => one.name;
const byProvider = (one: KeyProviderFact): string => one.providerId;
const byKey = (one: KeyStatusFact): string => keyStatusId(one.keyId, one.providerId);
const byPrivilege = (one: PrivilegeFact): string => one.privilege;

/** A list of facts never changes, so one site is indexed once for all the plans made against it. */
const INDEXES = new WeakMap<readonly unknown[], Indexed<unknown>>();

function indexed<Entry>(entries: readonly Entry[] | null, idOf: (entry: Entry) => string): Indexed<Entry> | null {
  if (entries === null) return null;
  const known = INDEXES.get(entries);
  if (known !== undefined) return known as Indexed<Entry>;
  const made = makeIndex(entries, idOf);
  INDEXES.set(entries, made);
  return made;
}

export function makeIndex<Entry>(entries: readonly Entry[], idOf: (entry: Entry) => string): Indexed<Entry> {
  const byIdentifier = new Map<string, Entry>();
  const duplicates = new Set<string>();
  for (const entry of entries) {
    const id = idOf(entry);
    if (byIdentifier.has(id)) duplicates.add(id);
    byIdentifier.set(id, entry);
  }
  // Which of two entries is right nobody knows, so neither is used.
  for (const id of duplicates) byIdentifier.delete(id);
  const ordered = [...byIdentifier].sort(([left], [right]) => (left < right ? -1 : 1));
  return { list: ordered.map(([, entry]) => entry), byId: byIdentifier, duplicates: [...duplicates].sort() };
}

const MACHINES = new WeakMap<readonly MachineFact[], MachineIndex>();

function indexedMachines(entries: readonly MachineFact[] | null): MachineIndex | null {
  if (entries === null) return null;
  const known = MACHINES.get(entries);
  if (known !== undefined) return known;
  const base = makeIndex(entries, byId);
  const made: MachineIndex = {
    ...base,
    byName: grouped(base.list, (one) => [one.name]),
    byInstanceUuid: grouped(base.list, (one) => (one.instanceUuid === null ? [] : [one.instanceUuid.toLowerCase()])),
    byBiosUuid: grouped(base.list, (one) => (one.biosUuid === null ? [] : [one.biosUuid.toLowerCase()])),
    byMacAddress: grouped(base.list, (one) => one.macAddresses.map((address) => address.toLowerCase())),
  };
  MACHINES.set(entries, made);
  return made;
}

function grouped(
  list: readonly MachineFact[],
  keysOf: (one: MachineFact) => readonly string[],
): ReadonlyMap<string, readonly MachineFact[]> {
  const groups = new Map<string, MachineFact[]>();
  for (const one of list) {
    for (const key of keysOf(one)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [one]);
      else group.push(one);
    }
  }
  return groups;
}
