import type { KeyProviderFact, KeyServerFact } from '../facts/keys.js';
import type { ServiceFact } from '../facts/site.js';
import type { Situation, WithKeys } from './context.js';
import { providersInUse } from './providers-in-use.js';

/** Whether a service runs in the VM that is restored. */
function runsInVm({ point }: Situation, service: ServiceFact): boolean {
  const { instanceUuid, serviceNames } = point.machine;
  if (serviceNames.includes(service.name)) return true;
  const vm = service.vmInstanceUuid?.toLowerCase();
  return vm !== undefined && vm === instanceUuid?.toLowerCase();
}

/** Whether a service, or one that it needs, or one that that one needs, runs in the VM. Circles end the walk. */
function leansOnVm(situation: Situation, service: ServiceFact): boolean {
  const seen = new Set<string>();
  const open = [service];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    if (seen.has(one.name)) continue;
    seen.add(one.name);
    if (runsInVm(situation, one)) return true;
    for (const name of one.needs) {
      if (situation.point.machine.serviceNames.includes(name)) return true;
      const needed = situation.site.services?.byId.get(name);
      if (needed !== undefined) open.push(needed);
    }
  }
  return false;
}

/** The service that a key server is, by its name or its address. */
function serviceOf({ site }: Situation, { name, address }: KeyServerFact): ServiceFact | undefined {
  return site.services?.list.find(
    (one) => one.kind === 'KEY_SERVER' && (one.name === name || (address !== null && one.name === address)),
  );
}

/** Whether every key server of a provider stands or falls with the VM: each runs in it or needs what does. */
function providerLeansOnVm(situation: Situation, provider: KeyProviderFact): boolean {
  const { serviceNames } = situation.point.machine;
  if (provider.servers.length === 0) return false;
  return provider.servers.every((server) => {
    if (serviceNames.includes(server.name)) return true;
    if (server.address !== null && serviceNames.includes(server.address)) return true;
    const service = serviceOf(situation, server);
    return service !== undefined && leansOnVm(situation, service);
  });
}

/** The vCenter of the target, when it runs in the VM that is restored. */
export function vcenterInVm(situation: Situation): ServiceFact | null {
  const services = situation.site.services?.list ?? [];
  return services.find((one) => one.kind === 'VCENTER' && runsInVm(situation, one)) ?? null;
}

/**
 * A circle among the services that this restore leans on (vCenter, the key servers of its providers, whatever runs in
 * the VM, and all that these need): names in order, the first again at the end; null when there is none.
 */
export function circleOfServices(situation: Situation, providers: readonly KeyProviderFact[]): string[] | null {
  const servers = providers.flatMap((provider) => provider.servers.map((server) => serviceOf(situation, server)));
  const roots = [...servers, ...(situation.site.services?.list ?? [])].filter(
    (one) => one !== undefined && (servers.includes(one) || one.kind === 'VCENTER' || runsInVm(situation, one)),
  );
  const done = new Set<string>();
  for (const root of roots) {
    const circle = root === undefined ? null : findCircle(situation, root.name, done);
    if (circle !== null) return circle;
  }
  return null;
}

/** Depth first, without recursion: a chain may be as long as the list. */
function findCircle({ site }: Situation, root: string, done: Set<string>): string[] | null {
  const path: string[] = [];
  const onPath = new Set<string>();
  const open: { readonly name: string; readonly leave: boolean }[] = [{ name: root, leave: false }];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    const { name, leave } = one;
    if (leave) {
      path.pop();
      onPath.delete(name);
      done.add(name);
      continue;
    }
    if (onPath.has(name)) return [...path.slice(path.indexOf(name)), name];
    if (done.has(name)) continue;
    path.push(name);
    onPath.add(name);
    open.push({ name, leave: true });
    for (const needed of site.services?.byId.get(name)?.needs ?? []) open.push({ name: needed, leave: false });
  }
  return null;
}

/** Names of the providers in use whose key servers all stand or fall with the VM. */
export function circularProviders(context: WithKeys): string[] {
  return providersInUse(context)
    .filter((provider) => providerLeansOnVm(context, provider))
    .map(({ providerId }) => `"${providerId}"`);
}

/** Whether the original serves the key while the restore runs, although its servers lean on the VM. */
export function servedMeanwhile({ target, keys }: WithKeys): boolean {
  return target.mode === 'NEW_VM' && ![keys.home, ...keys.disks.values()].some(({ way }) => way === 'WAIT');
}
