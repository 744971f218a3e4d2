import type { SiteRecord } from '../domain/estate-records.js';
import type { ProxyFactsRecord, SiteSection, SiteSectionDocument } from '../domain/planning-records.js';
import { addSeconds } from '../domain/time.js';
import type { CustomerPolicy, ExecutorFact } from '../planner/facts.js';
import type { ProxyExecutorFact, ProxyFact } from '../planner/facts/proxy.js';
import type { SiteFacts } from '../planner/facts/site.js';

type SectionName = Exclude<keyof SiteFacts, 'siteId' | 'name' | 'kind'>;

/** The section of the planner's facts that a stored document fills. */
export const SECTION_NAMES: Readonly<Record<SiteSection, SectionName>> = {
  ABOUT: 'about',
  HOSTS: 'hosts',
  DATASTORES: 'datastores',
  NETWORKS: 'networks',
  STORAGE_POLICIES: 'storagePolicies',
  KEY_PROVIDERS: 'keyProviders',
  KEY_STATUSES: 'keyStatuses',
  MACHINES: 'machines',
  TARGET_MACHINE: 'targetMachine',
  PRIVILEGES: 'privileges',
  SERVICES: 'services',
  PLACES: 'places',
};

/**
 * A site from its stored sections; one that nobody recorded is null. The documents were checked when they came in.
 * `machineId` picks the VM to overwrite out of the VMs that were looked at closely; when it is not among them, nobody
 * looked at it.
 */
export function siteFactsOf(
  site: SiteRecord,
  documents: readonly SiteSectionDocument[],
  machineId: string | null,
): SiteFacts {
  const facts: Record<SectionName, unknown> = {
    about: null,
    hosts: null,
    datastores: null,
    networks: null,
    storagePolicies: null,
    keyProviders: null,
    keyStatuses: null,
    machines: null,
    targetMachine: null,
    privileges: null,
    services: null,
    places: null,
  };
  for (const { section, observedAt, entries } of documents) facts[SECTION_NAMES[section]] = { observedAt, entries };
  const { id, name, kind } = site;
  const made = { siteId: id, name, kind, ...facts } as SiteFacts;
  return { ...made, targetMachine: onlyMachine(made.targetMachine, machineId) };
}

function onlyMachine(section: SiteFacts['targetMachine'], machineId: string | null): SiteFacts['targetMachine'] {
  if (section === null || machineId === null) return null;
  const entries = section.entries.filter(({ id }) => id === machineId);
  return entries.length === 0 ? null : { ...section, entries };
}

/** Nobody told anything of this executor as a proxy. */
const UNKNOWN_PROXY: ProxyFact = {
  machine: 'UNKNOWN',
  virtualMachine: null,
  operatingSystem: 'UNKNOWN',
  windows: null,
  transports: [],
  vddkVersion: null,
  luns: null,
  sanAllowList: null,
  nfcTimeouts: 'UNKNOWN',
  reachesSite: 'UNKNOWN',
  reachesHostData: 'UNKNOWN',
  reachesHostWeb: 'UNKNOWN',
  namesResolve: 'UNKNOWN',
  rates: [],
};

/**
 * Executors with what was told of them as proxies. What was told too long ago, or is dated later than now, counts as
 * not told. A proxy names its site by name or by id.
 */
export function proxyExecutorsOf(
  executors: readonly ExecutorFact[],
  told: readonly ProxyFactsRecord[],
  site: Pick<SiteRecord, 'id' | 'name'>,
  { now, policy }: { readonly now: string; readonly policy: CustomerPolicy },
): ProxyExecutorFact[] {
  const oldest = addSeconds(now, -policy.factAgeMaxSeconds);
  const byExecutor = new Map(told.map((one) => [one.executorName, one]));
  return executors.map((executor) => {
    const record = byExecutor.get(executor.name);
    const usable = record !== undefined && record.observedAt >= oldest && record.observedAt <= now;
    return { ...executor, proxy: usable ? withSiteId(record.proxy as unknown as ProxyFact, site) : UNKNOWN_PROXY };
  });
}

function withSiteId(proxy: ProxyFact, site: Pick<SiteRecord, 'id' | 'name'>): ProxyFact {
  const { virtualMachine } = proxy;
  if (virtualMachine === null || virtualMachine.siteId !== site.name) return proxy;
  return { ...proxy, virtualMachine: { ...virtualMachine, siteId: site.id } };
}
