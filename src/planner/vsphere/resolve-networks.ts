import type { NetworkFact } from '../facts/site.js';
import type { NetworkAdapterFact, PointMachineFact } from '../facts/vsphere-point.js';
import type { VsphereTarget } from '../facts/vsphere-request.js';
import type { SiteView } from './site-view.js';

/** Where one captured adapter is connected at the target. */
export interface NetworkChoice {
  readonly adapter: NetworkAdapterFact;
  readonly network: NetworkFact | null;
  /** DISCONNECTED: asked for. AMBIGUOUS: several networks of that name. NOT_FOUND: none fits. */
  readonly how: 'REQUESTED' | 'BY_KEY' | 'BY_NAME' | 'DISCONNECTED' | 'AMBIGUOUS' | 'NOT_FOUND' | 'UNKNOWN';
}

/**
 * The requested network, else the captured one by key, else the only one of the same name. The key of a distributed
 * port group means the same only at the vCenter that gave it, unless the name agrees; the id of an NSX network means
 * the same everywhere, and its name proves nothing.
 */
export function resolveNetworks(site: SiteView, target: VsphereTarget, machine: PointMachineFact): NetworkChoice[] {
  const sameSite = machine.siteInstanceUuid !== null && machine.siteInstanceUuid === site.about?.instanceUuid;
  return machine.networkAdapters.map((adapter) => resolveNetwork(site, target, adapter, sameSite));
}

function resolveNetwork(
  site: SiteView,
  target: VsphereTarget,
  adapter: NetworkAdapterFact,
  sameSite: boolean,
): NetworkChoice {
  const requested = target.placement.networks.find((one) => one.deviceKey === adapter.deviceKey);
  if (requested?.networkId === null) return { adapter, network: null, how: 'DISCONNECTED' };
  if (site.networks === null) return { adapter, network: null, how: 'UNKNOWN' };
  if (requested !== undefined) {
    const network = site.networks.byId.get(requested.networkId) ?? null;
    return { adapter, network, how: network === null ? 'NOT_FOUND' : 'REQUESTED' };
  }
  const { network: captured, networkName } = adapter;
  const keyed = captured === null ? undefined : site.networks.list.find((one) => one.key === captured);
  if (keyed !== undefined && (sameSite || keyed.kind === 'OPAQUE' || keyed.name === networkName)) {
    return { adapter, network: keyed, how: 'BY_KEY' };
  }
  if (adapter.networkKind === 'OPAQUE') return { adapter, network: null, how: 'NOT_FOUND' };
  const wanted = networkName ?? captured;
  const named = site.networks.list.filter((one) => one.name === wanted);
  if (named.length > 1) return { adapter, network: null, how: 'AMBIGUOUS' };
  const [only] = named;
  return only === undefined ? { adapter, network: null, how: 'NOT_FOUND' } : { adapter, network: only, how: 'BY_NAME' };
}
