import type { NetworkFact } from '../facts/site.js';
import type { NetworkAdapterFact } from '../facts/vsphere-point.js';
import type { VsphereTarget } from '../facts/vsphere-request.js';
import type { SiteView } from './site-view.js';

/** Where one captured adapter is connected at the target. */
export interface NetworkChoice {
  readonly adapter: NetworkAdapterFact;
  readonly network: NetworkFact | null;
  /** DISCONNECTED: asked for. AMBIGUOUS: several networks of that name. NOT_FOUND: none fits. */
  readonly how: 'REQUESTED' | 'BY_KEY' | 'BY_NAME' | 'DISCONNECTED' | 'AMBIGUOUS' | 'NOT_FOUND' | 'UNKNOWN';
}

/** The requested network, else the same key (distributed and NSX networks), else the only one of the same name. */
export function resolveNetworks(
  site: SiteView,
  target: VsphereTarget,
  adapters: readonly NetworkAdapterFact[],
): NetworkChoice[] {
  return adapters.map((adapter) => resolveNetwork(site, target, adapter));
}

function resolveNetwork(site: SiteView, target: VsphereTarget, adapter: NetworkAdapterFact): NetworkChoice {
  const requested = target.placement.networks.find((one) => one.deviceKey === adapter.deviceKey);
  if (requested?.networkId === null) return { adapter, network: null, how: 'DISCONNECTED' };
  if (site.networks === null) return { adapter, network: null, how: 'UNKNOWN' };
  if (requested !== undefined) {
    const network = site.networks.byId.get(requested.networkId) ?? null;
    return { adapter, network, how: network === null ? 'NOT_FOUND' : 'REQUESTED' };
  }
  const { network: name } = adapter;
  const keyed = site.networks.list.find((one) => one.key !== null && one.key === name);
  if (keyed !== undefined) return { adapter, network: keyed, how: 'BY_KEY' };
  const wanted = adapter.networkName ?? name;
  const named = site.networks.list.filter((one) => one.name === wanted);
  if (named.length > 1) return { adapter, network: null, how: 'AMBIGUOUS' };
  const [only] = named;
  return only === undefined ? { adapter, network: null, how: 'NOT_FOUND' } : { adapter, network: only, how: 'BY_NAME' };
}
