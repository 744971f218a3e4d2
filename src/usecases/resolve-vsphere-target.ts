import type { UserErrorData } from '../domain/operation-input.js';
import { refusal } from '../domain/user-error.js';
import type { Section } from '../planner/facts/section.js';
import type { PlaceFact, SiteFacts } from '../planner/facts/site.js';
import type { Consents, PlacementRequest, VsphereTarget } from '../planner/facts/vsphere-request.js';
import type { SiteReader } from '../ports/estate-reader.js';
import type { PlanningFactsReader } from '../ports/planning-facts.js';
import { siteFactsOf } from './site-facts.js';
import { targetPath } from './vsphere-target.js';
import type { InPlaceTarget, NewVmTarget, VsphereTargetInput } from './vsphere-target.js';

export interface ResolveTargetPorts {
  readonly sites: Pick<SiteReader, 'loadSites'>;
  readonly planningFacts: Pick<PlanningFactsReader, 'loadSiteFacts'>;
}

export interface UnresolvedTarget {
  readonly refusals: readonly UserErrorData[];
}

/**
 * Names become ids of the site. A name that nothing has stays as it is, so that the plan says that it was not found;
 * one that several things have is refused. Refusals: NOT_FOUND, INVALID_INPUT.
 */
export async function resolveVsphereTarget(
  ports: ResolveTargetPorts,
  input: VsphereTargetInput,
): Promise<VsphereTarget | UnresolvedTarget> {
  const [sites, sections] = await Promise.all([
    ports.sites.loadSites([input.siteId]),
    ports.planningFacts.loadSiteFacts(input.siteId),
  ]);
  const [site] = sites;
  if (site == null) {
    const remedy = 'List the sites; one is made by recording its facts.';
    const path = targetPath(input, 'siteId');
    return { refusals: [refusal('NOT_FOUND', 'There is no such site.', { path, remedy })] };
  }
  const resolver = new Resolver(siteFactsOf(site, sections, null), input);
  const target = resolver.resolve();
  return resolver.refusals.length > 0 ? { refusals: resolver.refusals } : target;
}

class Resolver {
  readonly refusals: UserErrorData[] = [];
  readonly #site: SiteFacts;
  readonly #input: VsphereTargetInput;

  constructor(site: SiteFacts, input: VsphereTargetInput) {
    this.#site = site;
    this.#input = input;
  }

  resolve(): VsphereTarget {
    const input = this.#input;
    const machineId = input.mode === 'IN_PLACE' ? this.#idOf(this.#site.machines, input.vm, 'vm') : null;
    return {
      kind: 'VSPHERE',
      siteId: this.#site.siteId,
      mode: input.mode,
      purpose: input.purpose ?? 'UNKNOWN',
      placement: this.#placement(input.mode === 'NEW_VM' ? newVmPlace(input) : this.#placeOf(input, machineId)),
      machineId,
      diskMapping: input.mode === 'IN_PLACE' ? (input.diskMapping ?? null) : null,
      typedName: input.mode === 'IN_PLACE' ? (input.typedName ?? null) : null,
      powerOn: input.powerOn ?? false,
      transportPreference: input.transportPreference ?? null,
      consents: consentsOf(input),
    };
  }

  #placement({ name, folder, pool, host, clusterId, datastore }: Place): PlacementRequest {
    const { datastores, hosts, networks, storagePolicies } = this.#site;
    return {
      name,
      folderId: this.#idOf(this.#placesOf('FOLDER'), folder, 'folder'),
      poolId: this.#idOf(this.#placesOf('RESOURCE_POOL'), pool, 'pool'),
      hostId: this.#idOf(hosts, host, 'host'),
      clusterId,
      homeDatastoreId: this.#idOf(datastores, datastore, 'datastore'),
      disks: (this.#input.disks ?? []).map((disk, position) => ({
        deviceKey: disk.deviceKey,
        datastoreId: this.#idOf(datastores, disk.datastore, 'disks', String(position), 'datastore'),
        provisioning: disk.provisioning ?? 'AS_CAPTURED',
        policyId: this.#idOf(storagePolicies, disk.policy, 'disks', String(position), 'policy'),
      })),
      networks: (this.#input.networks ?? []).map(({ deviceKey, network }, position) => ({
        deviceKey,
        networkId: this.#idOf(networks, network, 'networks', String(position), 'network'),
      })),
      homePolicyId: this.#idOf(storagePolicies, this.#input.homePolicy, 'homePolicy'),
    };
  }

  /** In place the VM says where it is; its name is that of the site, not the one that was typed. */
  #placeOf(input: InPlaceTarget, machineId: string | null): Place {
    const machine = this.#site.machines?.entries.find(({ id }) => id === machineId);
    return { ...NOWHERE, name: machine?.name ?? input.vm, folder: machine?.folderId ?? null };
  }

  #placesOf(kind: PlaceFact['kind']): Section<PlaceFact> {
    const { places } = this.#site;
    return places === null ? null : { ...places, entries: places.entries.filter((place) => place.kind === kind) };
  }

  #idOf(
    section: Section<{ readonly id: string; readonly name: string }>,
    given: string | null | undefined,
    ...field: readonly string[]
  ): string | null {
    if (given == null) return null;
    const entries = section?.entries ?? [];
    if (entries.some(({ id }) => id === given)) return given;
    const named = entries.filter(({ name }) => name === given);
    if (named.length <= 1) return named[0]?.id ?? given;
    const path = targetPath(this.#input, ...field);
    const message = `The site has ${named.length} things of the name ${given}.`;
    const remedy = `Give the id: ${named.map(({ id }) => id).join(', ')}.`;
    this.refusals.push(refusal('INVALID_INPUT', message, { path, remedy }));
    return given;
  }
}

interface Place {
  readonly name: string;
  readonly folder: string | null;
  readonly pool: string | null;
  readonly host: string | null;
  readonly clusterId: string | null;
  readonly datastore: string | null;
}

const NOWHERE = { folder: null, pool: null, host: null, clusterId: null, datastore: null } as const;

function newVmPlace({ name, folder, pool, host, clusterId, datastore }: NewVmTarget): Place {
  return {
    name,
    folder: folder ?? null,
    pool: pool ?? null,
    host: host ?? null,
    clusterId: clusterId ?? null,
    datastore: datastore ?? null,
  };
}

/** What is not given is not allowed. */
function consentsOf({ consents: given }: VsphereTargetInput): Consents {
  return {
    rekey: given?.rekey ?? false,
    keysDeclaredLost: given?.keysDeclaredLost ?? false,
    leaveNvram: given?.leaveNvram ?? false,
    clear: given?.clear ?? false,
    encrypt: given?.encrypt ?? false,
    newVtpm: given?.newVtpm ?? false,
    rdmAsDisk: given?.rdmAsDisk ?? false,
    leaveExtraDisks: given?.leaveExtraDisks ?? false,
  };
}
